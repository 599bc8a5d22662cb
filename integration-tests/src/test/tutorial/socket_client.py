"""The tutorial's socket client: connect, send, receive with a timeout, close. One JSON object a line, standard library only.

    socket_client.py PORT MODE

prints every object that comes back as one line of JSON, then "done".
"""

import json
import socket
import sys
import time


class SocketClient:
    def __init__(self, host, port, timeout):
        self.socket = socket.create_connection((host, port), timeout=timeout)
        self.lines = self.socket.makefile("rb")

    def send(self, data):
        self.send_bytes(json.dumps(data).encode("utf-8") + b"\n")

    def send_bytes(self, data):
        self.socket.sendall(data)

    def receive(self):
        line = self.lines.readline()
        if not line.endswith(b"\n"):
            raise EOFError("the connection ended in the middle of a line: %r" % line)
        return json.loads(line)

    def close(self):
        self.lines.close()
        self.socket.close()


def hello(client):
    """The tutorial's own conversation."""
    client.send({"hello": "world"})
    show(client.receive())


def two_in_one_packet(client):
    client.send_bytes(b'{"n":1}\n{"n":2}\n')
    show(client.receive())
    show(client.receive())


def one_in_two_packets(client):
    client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.send_bytes(b'{"n":')
    time.sleep(0.3)
    client.send_bytes(b"3}\n")
    show(client.receive())


def split_character(client):
    client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    text = json.dumps({"text": "Grüße, 世界 🎮"}, ensure_ascii=False).encode("utf-8") + b"\n"
    for byte in text:  # Every character of more than one byte is cut apart.
        client.send_bytes(bytes([byte]))
        time.sleep(0.002)
    show(client.receive())


def show(data):
    print(json.dumps(data, sort_keys=True), flush=True)


def main():
    port, mode = int(sys.argv[1]), sys.argv[2]
    client = SocketClient("127.0.0.1", port, timeout=10)
    {
        "hello": hello,
        "two_in_one_packet": two_in_one_packet,
        "one_in_two_packets": one_in_two_packets,
        "split_character": split_character,
    }[mode](client)
    client.close()
    print("done", flush=True)


main()
