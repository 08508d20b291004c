"""The kiosk's face: view models in Python, screens in QML. Importing this package registers nothing."""
