"""First names and the pronoun that usually follows them, mined from news."""

from __future__ import annotations

from typing import Final

from index.quotes.listed import word_set

MASCULINE: Final = word_set(
    """
Aaron Abdel Abdul Abe Abiy Abraham Adam Ahmad Ahmaud Ahmed Ahmet Ajay Ajit Alain Alan
Alastair Alberto Alec Alejandro Aleksandar Aleksandr Aleksei Alex Alexander Alexei
Alexey Alfonso Ali Alistair Allen Alun Amit Ammon Anatoly Anders Andrei Andrej Andres
Andrew Andrey Andriy Andrzej Andrés Andy Angel Angus Anthony Antonin Antonio Antony
António Anzor Aras Ari Arne Arnie Arnold Arseniy Art Arthur Arun Ashraf Ashton Asif
Avigdor Barack Barry Bart Bashar Beau Ben Benedict Benjamin Bernard Bernie Beto Bilal
Bilawal Bill Billy Binali Björn Blake Bob Bobby Boris Bowe Brad Bradley Brandon
Brendan Brent Bret Brett Brian Brock Bronwyn Bruce Bryan Bubba Buck Callum Carl Carlos
Carter Cesar Chad Charles Charlie Chase Chip Chris Christian Christopher Chuck Chuka
Ciaran Clay Cliff Clifford Clint Clive Cliven Colin Conor Corey Cornel Cory Craig
Cristiano Curt Curtis Cyril Cyrus Dale Damon Dan Daniel Dannel Danny Dante Darragh
Darrell Darren Daryl Dave David Dean Declan Denis Dennis Derek Derrick Deval Devin
Dewey Dick Diego Dmitri Dmitriy Dmitry Dmytro Dominique Don Donald Doug Douglas Drew
Duke Duncan Dwight Dylan Dzhokhar Eamon Earl Ebrahim Ed Eduardo Edward Ehud Elijah
Eliot Elliot Elon Emin Emmanuel Emmerson Enrique Eric Erik Erskine Eugene Evan Evo
Ewan Faisal Fareed Farhan Farid Felipe Fernando Fidel Floyd Francois Frank Franklin
François Fred Freddie Frederick Friedrich Fumio Gabor Gareth Gary Gavin Gene Geoff
Geoffrey George Gerald Gerhard Gerry Gil Giorgio Giuseppe Glen Glenn Goodluck Gordon
Graeme Graham Grant Greg Gregory Grover Gustavo Guy Gérald Haim Hal Hamid Hamish Hamza
Hank Hans Harold Harry Harvey Hassan Heiko Helmut Henry Herb Herbert Herman Hogan
Hosni Howard Hugh Hugo Humza Hun Hussein Ian Ibrahim Igor Ihor Imran Isaac Isaias
Ismail Ivan Iván Jack Jacob Jacques Jaime Jair Jake Jamal James Jamiel Janos Jared
Jaroslaw Jarosław Jarrod Jason Javad Javier Jay Jean Jeb Jeff Jeffrey Jeh Jens Jeremy
Jerome Jerrold Jerry Jesse Jim Jimmy Joaquin Joe Joel Joey Johannes John Johnnie Joko
Jon Jonathan Jose Josep Joseph Josh Joshua José João Juan Julian Jussie Justin Jürgen
Kanye Karim Karl Keir Keith Kemal Ken Kenneth Kenny Kent Kevin Khalid Klaus Kofi
Konstantin Kwame Kwasi Kyle Lacy Lance Lanhee Lanny Larry Lars Lawrence Lech Leon
Leonard Leonid Lester Lev Liam Lindsey Lionel Lloyd Lou Louie Louis Luigi Luis Luiz
Luke Lula Luther Lyndon Mahathir Mahmoud Malcolm Manmohan Manuel Marc Marco Mariano
Mario Mark Markus Martin Marty Mateusz Matt Matteo Matthew Matthias Mauricio Max Maxim
Mehmet Mel Merrick Mevlut Micah Michael Michel Mick Miguel Mikael Mike Mikhail Miles
Milo Milos Mitch Mitt Mohamed Mohammad Mohammed Moshe Muhammad Muhammadu Mustafa
Mykhailo Mykola Myron Naftali Najib Narendra Nasser Nate Nathan Nathaniel Nawaz Neal
Ned Neil Nelson Newt Nicholas Nick Nicolas Nicolás Nigel Nikolai Nikolas Noel Norm
Norman Olaf Oleg Oleksandr Oleksii Oleksiy Omar Orrin Osama Oscar Otto Pablo Padraig
Paolo Patrick Paul Pavel Pedro Pete Peter Petro Phil Philando Philip Phillip Pierre
Prayuth Qassem Rahm Rahul Raila Raj Rajnath Ralph Rami Ramzan Randy Rashid Raul Ray
Recep Reed Reggie Reince Rex Reza Rich Richard Rick Rishi Rob Robbie Robby Robert Rod
Rodrigo Roger Roland Roman Ron Ronald Ronnie Ronny Ross Roy Ruaridh Ruben Rudolph Rudy
Rupert Ruslan Russ Russell Rusty Ryan Saddam Sadiq Saeb Sajid Salman Sam Samir Samuel
Sander Satya Saul Saxby Scott Sean Sergei Sergey Sergio Serhiy Shane Shaun Shawn
Shehbaz Sheldon Shepard Sherrod Shinzo Sidney Silvio Simon Sonny Spencer Stan Stanley
Stefan Steny Stephen Sterling Steve Steven Stewart Stuart Sundar Sven Syed Tamerlan
Taras Tariq Taro Tayyip Ted Teddy Tedros Terry Thabo Theodore Thom Thomas Tim Timothy
Todd Tom Tommy Tony Travis Trent Trevor Trey Troy Tuan Tucker Tyler Tyrone Uhuru
Vaclav Val Viktor Vince Vincent Vitali Vitaly Vladimir Volodymyr Vyacheslav Wade Walid
Walter Wang Ward Warren Wayne Whit Wilbur Will William Win Winston Wolfgang Woody
Xavier Xi Yair Yevgeny Yoshihide Yoweri Yuri Yury Yusuf Zaid Zalmay Zoran Édouard
"""
)
"""Names of men, mostly."""

FEMININE: Final = word_set(
    """
Aimee Aisha Alexandra Alice Alison Allie Allison Alyssa Amanda Amber Amelia Amina Amy
Amélie Ana Andra Angela Ann Anna Annalena Anne Annegret Annie Aoife Arlene Ashley Asma
Astrid Ava Ayanna Ayelet Barbara Barbra Beatriz Benazir Beth Betsy Betty Birgit Brandt
Breonna Bridget Brittany Caitlin Camille Candace Candy Carla Carly Carmen Carol
Caroline Carolyn Carrie Catherine Cathy Cecile Cecilia Celinda Charlotte Chelsea
Cheryl Chiara Chloe Christine Cindy Claire Claudia Condoleezza Corazon Cristina
Cynthia Danielle Deb Debbie Deborah Debra Deirdre Denise Diana Diane Dianne Dilma
Donna Eileen Eilidh Ekaterina Elaine Eleanor Elena Elise Elizabeth Ellen Emily Emma
Erica Erika Erin Erna Evelyn Faith Fatima Federica Fiona Florence Francesca Francine
Gabby Gabriela Gabrielle Gemma Georgia Gillian Gina Giorgia Giulia Gloria Golda Graca
Grace Greta Gretchen Guadalupe Hanna Hannah Harriet Hasina Heather Heidi Heike Hilary
Hillary Holly Hope Huma Ileana Ilhan Imogen Indira Ingrid Inés Irina Iryna Isabel Isla
Ivana Ivanka Jacinda Jacky Jacqueline Jana Jane Janet Janice Jeanette Jeanine Jeanne
Jemima Jen Jennifer Jessica Jill Joan Joanne Jody Joni Joy Joyce Judith Julia Julie
Juliette Kaci Kamala Karen Kate Katherine Kathleen Kathy Katie Katja Kayleigh Keiko
Kelly Kellyanne Kendall Kimberly Kirsten Kirstjen Kirsty Kori Kristen Kristin Krystal
Ksenia Kyrsten Laura Lauren Layla Leanne Leila Leland Lena Lila Lily Linda Lis Lisa
Liz Lois Loretta Lori Louise Lucia Lucy Lynda Lynne Madeleine Malala Marcia Margaret
Margarita Margrethe Maria Mariam Marianne Marie Marine Marsha Martha Mary Mary-Lou
María Maureen Maya Meg Megawati Meghan Megyn Melania Melanie Melissa Meredith Mette
Mia Michele Michelle Moira Molly Monica Morag Nadia Nancy Natalia Natalie Ngozi Niamh
Nicola Nicole Nikki Noelle Oksana Olena Olga Olha Olivia Omarosa Oprah Pam Pamela
Patty Paula Pauline Penny Petra Phoebe Phyllis Pilar Poppy Pramila Priti Rachel
Rakeyia Rania Rashida Rebecca Rebekah Regina Rita Ronna Rosa Rose Ruth Sabrina Sally
Samantha Samira Sandra Sanna Saoirse Sara Sarah Savannah Seema Shannon Sharice Sharon
Sigrid Siobhan Sonia Sophie Stacey Stephanie Suella Susan Svetlana Sviatlana Ségolène
Tamika Tammy Tara Tashfeen Tatiana Terri Theresa Tiffany Tina Tracey Tracy Tsai Tulsi
Tzipi Ursula Valentina Valerie Vicki Vicky Victoria Viktoria Virginia Wendy Winnie
Yingluck Yulia Yvette Zainab Zhanna Zoe Zoë
"""
)
"""Names of women, mostly."""

EITHER: Final = word_set(
    """
Alexis Andrea Dana Jackie Jamie Kim Lee Leslie Lindsay Pat Robin
"""
)
"""Names that leave it open."""
FIRST_NAMES: Final = MASCULINE | FEMININE | EITHER
