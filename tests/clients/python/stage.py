"""The sandbox around a client: its facts, its admin API, a server that is notified, and the reports."""

import collections
import contextlib
import datetime
import http.server
import json
import pathlib
import queue
import threading
import urllib.request

TWO_DAYS = 2 * 24 * 60 * 60
BEIJING = datetime.timezone(datetime.timedelta(hours=8))


class Stage:
    def __init__(self, client, folder, keys):
        self.client, self.keys = client, keys
        self.folder = pathlib.Path(folder)
        self.facts = json.loads((self.folder / "sandbox.json").read_text())
        self._notified = collections.defaultdict(queue.Queue)
        self._receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._receiver.serve_forever, daemon=True).start()

    def file(self, fact):
        """The text of a file that `sandbox.json` names."""
        return (self.folder / self.facts[fact]).read_text()

    @contextlib.contextmanager
    def operation(self, name):
        """Reports the success or failure of its body under this name."""
        try:
            yield
        except Exception as error:  # Whatever a client raises is reported as a failure.
            self._report(name, "failed", f"{type(error).__name__}: {error}")
        else:
            self._report(name, "ok")

    def none(self, name, reason):
        """Reports that the client does not have this operation."""
        self._report(name, "none", reason)

    def _report(self, name, outcome, reason=""):
        print(self.client, self.keys, name, outcome, " ".join(reason.split())[:400], sep="\t", flush=True)

    def api(self, method, path, body=None):
        """Calls the admin API."""
        request = urllib.request.Request(self.facts["admin_url"] + "/api" + path, method=method)
        request.add_header("Authorization", "Bearer " + self.facts["admin_token"])
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    @contextlib.contextmanager
    def clock(self, offset):
        """Sets the sandbox's clock this many seconds ahead, and back again afterwards."""
        self.api("PUT", "/clock", {"offset": offset})
        try:
            yield
        finally:
            self.api("PUT", "/clock", {"offset": 0})

    def pay_two_days_ago(self, number):
        """Makes the user pay two days ago, and returns the day of the bill with this payment."""
        with self.clock(-TWO_DAYS):
            self.api("POST", f"/orders/{number}/pay", {})
        return (datetime.datetime.now(BEIJING) - datetime.timedelta(seconds=TWO_DAYS)).strftime("%Y-%m-%d")

    def notify_url(self, number):
        """Address of the notifications about this number."""
        return f"http://127.0.0.1:{self._receiver.server_port}/{number}"

    def notified(self, number):
        """The headers and the body of the next notification about this number, unchanged."""
        try:
            return self._notified[number].get(timeout=20)
        except queue.Empty:
            raise AssertionError(f"no notification of {number} within 20 s") from None

    @contextlib.contextmanager
    def spoiled(self, faults, endpoint):
        """Makes the next signature for this endpoint wrong, and checks that it was made."""
        self.api("POST", faults, {"fault": "wrong-signature", "endpoint": endpoint, "times": 1})
        yield
        expect(self.api("GET", faults) == [], "no signature was spoiled")

    def row(self, table, **members):
        """The row of the sandbox's books that has these members."""
        rows = self.api("GET", f"/books/{table}")
        found = [row for row in rows if all(row.get(name) == value for name, value in members.items())]
        expect(len(found) == 1, f"{len(found)} rows of {table} have {members}")
        return found[0]

    def _handler(self):
        notified = self._notified

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                notified[self.path[1:]].put((dict(self.headers.items()), body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        return Receiver


def expect(holds, otherwise):
    if not holds:
        raise AssertionError(otherwise)
