# idea: reach the network
# expect: ok
# answer: ["PermissionError", "PermissionError", "PermissionError"]
import socket


def attack():
    refused = []
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
        try:
            socket.socket(family, socket.SOCK_DGRAM)
            refused.append("open")
        except OSError as error:
            refused.append(type(error).__name__)
    return refused
