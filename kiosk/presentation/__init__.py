"""What each screen shows and says, composed from content without Qt."""
