"""The visitor's side: the presenter, the screens' view models, and what is counted of a visit."""
