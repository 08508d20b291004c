"""Content on its way: signed repositories, bundles, patches, sync, installation, going back."""
