# idea: reach a process of the host by an abstract Unix socket, or pass it a descriptor
# expect: ok
# answer: ["PermissionError", "PermissionError"]
import array
import socket


def attack():
    refused = []
    try:
        socket.socket(socket.AF_UNIX).connect("\0landau")
    except OSError as error:
        refused.append(type(error).__name__)
    one, _other = socket.socketpair()
    try:
        one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0]))])
    except OSError as error:
        refused.append(type(error).__name__)
    return refused
