"""Sources: the YAML files that authors write, read into typed forms."""
