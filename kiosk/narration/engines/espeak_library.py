"""The espeak-ng library: the system's, else the one of the espeakng-loader package under the name that pyttsx3 asks for."""

import ctypes
import ctypes.util
import os

import espeakng_loader


def provide_library() -> None:
    """Make pyttsx3's bindings find a library."""
    if ctypes.util.find_library("espeak-ng") is None:
        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
