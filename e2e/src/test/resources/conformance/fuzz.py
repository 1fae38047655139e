# Runs the fuzzing client of Autobahn|Testsuite against several doors of one suite at the same time.
# One argument: a file with a list of specifications as the fuzzing client reads them, one for each door.
# What it does not know, and learns here: a server of ours has to be shown a token, and speaks first.
import json
import sys

from autobahntestsuite import choosereactor, fuzzing
from twisted.internet import reactor


class Doors:
    """Stands where the fuzzing client sees its reactor: that one ends with the last door's cases, not with the first's."""

    def __init__(self, count):
        self.left = count
        self.callLater = reactor.callLater

    def stop(self):
        self.left -= 1
        if self.left == 0:
            reactor.stop()


def plain(texts):
    """What goes onto the wire are bytes, and JSON has none."""
    return dict((str(name), str(value)) for name, value in texts.items())


class Door(fuzzing.FuzzingClientFactory):
    def __init__(self, specification):
        fuzzing.FuzzingClientFactory.__init__(self, specification)
        json.dump(self.specCases, open(specification["outdir"] + "/cases.json", "w"))

    def nextServer(self):
        more = fuzzing.FuzzingClientFactory.nextServer(self)
        if more:
            self.headers = plain(self.spec["servers"][self.currServer]["headers"])
            self.protocols = [str(one) for one in self.protocols]
        return more


# How many times longer than it would the client waits for what may be late, because the machine is busy or the client
# itself is: a case of sixteen megabytes at one door keeps it from the other one for seconds.
PATIENCE = 20

begin = fuzzing.FuzzingProtocol.onOpen
hear = fuzzing.FuzzingProtocol.onMessage
kill = fuzzing.FuzzingProtocol.killAfter
close = fuzzing.FuzzingProtocol.closeAfter


def on_open(protocol):
    protocol.welcomed = False


def on_message(protocol, text, binary):
    """A case begins when the server has said welcome; frames of ours are no echo of anything the suite sends."""
    if not text.startswith('{"type":"'):
        hear(protocol, text, binary)
    elif not protocol.welcomed:
        protocol.welcomed = True
        begin(protocol)


fuzzing.FuzzingProtocol.onOpen = on_open
fuzzing.FuzzingProtocol.onMessage = on_message
fuzzing.FuzzingProtocol.killAfter = lambda protocol, seconds: kill(protocol, PATIENCE * seconds)
fuzzing.FuzzingProtocol.closeAfter = lambda protocol, seconds: close(protocol, PATIENCE * seconds)

doors = json.load(open(sys.argv[1]))
fuzzing.reactor = Doors(len(doors))
for door in doors:
    Door(door)
reactor.run()
