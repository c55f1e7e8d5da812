"""Starts a Java kernel for a Jupyter server: python launch.py CONNECTION_FILE COMMAND...

Java kernels speak tcp only. Over tcp this program makes sure that the kernel ends with the server, and then becomes the
kernel. Over ipc (unix sockets; Colab's way) it stays: it offers the ipc sockets, starts the kernel on tcp ports of this
machine with a connection file of its own, and passes every message on. In COMMAND the connection file's path is replaced
by that of the new one.
"""
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

CHANNELS = ("shell", "control", "stdin", "hb", "iopub")


def main() -> int:
    path, command = sys.argv[1], sys.argv[2:]
    with open(path, encoding="utf-8") as file:
        connection = json.load(file)
    if connection.get("transport", "tcp") != "tcp":
        return Proxy(connection).run(path, command)
    if os.name == "nt":
        return subprocess.call(command)
    end_with_parent()
    os.execvp(command[0], command)


def end_with_parent() -> None:
    """Leaves a watcher behind that ends this process, soon to be the kernel, when its parent has gone."""
    kernel, parent = os.getpid(), os.getppid()
    if os.fork() != 0:
        return
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # the server must not wait for ours
        os.dup2(nothing, stream)
    while os.getppid() == kernel:
        if not alive(parent):
            end(kernel)
        time.sleep(1)
    os._exit(0)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
        return True
    except PermissionError:
        return True
    except OSError:
        return False


def end(kernel: int) -> None:
    """Asks, and five seconds later insists."""
    for sign, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 1)):
        if os.getppid() == kernel:
            os.kill(kernel, sign)
            time.sleep(patience)


class Proxy:
    """Passes messages between a server's ipc sockets and a kernel's tcp sockets."""

    def __init__(self, connection: dict):
        self.outer = connection
        self.inner = dict(connection, transport="tcp", ip="127.0.0.1", **free_ports())
        self.parent = os.getppid()

    def run(self, path: str, command: list) -> int:
        import zmq

        context = zmq.Context()
        for channel in CHANNELS:
            self.start(zmq, context, channel)
        with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
            json.dump(self.inner, file)
        try:
            return self.supervise([file.name if word == path else word for word in command])
        finally:
            os.unlink(file.name)
            self.remove_sockets()

    def start(self, zmq, context, channel: str) -> None:
        """One channel: a pair of sockets and a thread that passes messages both ways, none dropped."""
        published = channel == "iopub"
        front = context.socket(zmq.PUB if published else zmq.ROUTER)
        back = context.socket(zmq.SUB if published else zmq.DEALER)
        for end_ in (front, back):
            end_.linger, end_.sndhwm, end_.rcvhwm = 0, 0, 0
        if published:
            back.subscribe(b"")
        else:
            back.identity = b"launcher"  # the same on all channels: the kernel asks for input by it
        front.bind("ipc://" + self.socket_file(channel))
        back.connect("tcp://127.0.0.1:%d" % self.inner[channel + "_port"])
        ends = (back, front) if published else (front, back)
        threading.Thread(target=zmq.proxy, args=ends, daemon=True).start()

    def socket_file(self, channel: str) -> str:
        return "%s-%d" % (self.outer["ip"], self.outer[channel + "_port"])

    def supervise(self, command: list) -> int:
        """Waits for the kernel. Whatever ends this program ends the kernel; interrupts come as messages."""
        kernel = subprocess.Popen(command)
        signal.signal(signal.SIGTERM, lambda *_: kernel.terminate())
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            try:
                return kernel.wait(timeout=1)
            except subprocess.TimeoutExpired:
                if os.getppid() != self.parent:
                    kernel.kill()

    def remove_sockets(self) -> None:
        for channel in CHANNELS:
            try:
                os.unlink(self.socket_file(channel))
            except OSError:
                pass


def free_ports() -> dict:
    """Ports that are free right now; all are held until the last is known, so that they differ."""
    held = [(channel, socket.socket()) for channel in CHANNELS]
    for _, holder in held:
        holder.bind(("127.0.0.1", 0))
    ports = {channel + "_port": holder.getsockname()[1] for channel, holder in held}
    for _, holder in held:
        holder.close()
    return ports


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status if status >= 0 else 128 - status)  # threads inside zmq do not end by themselves
