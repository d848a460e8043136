"""Values as the JSON that scripts rely on: all keys always, null for the unknown."""
