package dev.postrider.simulator;

import static dev.postrider.simulator.People.FERN;
import static dev.postrider.simulator.People.MOSS;
import static dev.postrider.simulator.People.TALK;
import static dev.postrider.simulator.People.WREN;

import dev.postrider.chat.room.Decision;
import dev.postrider.chat.room.RoomCommand;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.contracts.topic.Channels;
import dev.postrider.gateway.node.ChatNode;
import dev.postrider.gateway.node.Rendezvous;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: two nodes, two history consumers and five devices. For nine seconds they talk, hop, are cut off, and parts
 * stand still, die and forget; then all is well again, those who are connected must have heard of everything, and at last
 * all must show the same: one of them, which never reconnects, by what the nodes tell it alone.
 */
final class Play {
    static final long TROUBLE_UNTIL = 9_000;
    static final long QUIET_AT = 16_000;
    private static final long END_OF_STEADY = 44_000;
    static final long END = 50_000;
    private static final int YARD_PERCENT = 25;

    private final Timeline time;
    private final FramesRead frames = new FramesRead();
    private final @Nullable Rule without;
    private final Broker broker;
    private final Memory memory;
    private final Auth auth;
    private final List<Violation> seen = new ArrayList<>();
    private final Device stolen;
    private final Archive archive;
    private final History history;
    private final Node.World world;
    private final List<Node.Given> ledger = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> everyNode = new ArrayList<>();
    private final Device steady;
    private final Device stranger;
    private final List<Device> hoppers;
    private final List<Device> all;
    private final Judge judge;
    private final Yard yard;
    private final YardJudge yardJudge;
    private final boolean yardPlayed;
    private final long yardSettled;
    private final List<String> newer = new ArrayList<>();
    private int starts;
    private int bodies;

    Play(long seed, @Nullable Rule without, boolean traced) {
        this.time = new Timeline(seed, traced);
        this.without = without;
        this.broker = new Broker(time);
        this.memory = new Memory(time);
        this.auth = new Auth(time, broker);
        this.archive = new Archive(without);
        this.history = new History(time, broker, archive, without, Set.of(TALK, Yard.ROOM));
        this.yard = new Yard(time, broker, without);
        this.world = new Node.World(
                time,
                broker,
                memory,
                history,
                ledger::add,
                auth,
                yard,
                seen::add,
                time.chance(30) ? (int) time.between(1, 15) : 0,
                without);
        this.steady = device("moss-1", MOSS);
        this.stranger = device("fern", FERN);
        this.stolen = device("stolen", MOSS);
        this.hoppers = List.of(device("wren-1", WREN), device("wren-2", WREN), device("moss-2", MOSS));
        List<Device> together = new ArrayList<>(hoppers);
        together.add(steady);
        together.add(stranger);
        this.all = together;
        this.yardJudge = new YardJudge(archive, yard);
        this.judge = new Judge(archive, broker, ledger, everyNode, yardJudge);
        this.yardPlayed = time.chance(without != null && without.ofRooms() ? 100 : YARD_PERCENT);
        this.yardSettled = time.between(4_000, TROUBLE_UNTIL);
    }

    private Device device(String name, String user) {
        return new Device(time, history, auth, frames, name, user, without);
    }

    List<String> trace() {
        return time.trace();
    }

    /** What it broke; empty where every promise was kept. */
    List<Violation> run() {
        begin();
        time.runUntil(QUIET_AT);
        judge.quiet(time.now(), all);
        time.runUntil(END_OF_STEADY);
        judge.steady(steady);
        hoppers.forEach(Device::disconnect);
        hoppers.forEach(one -> one.connect(time.oneOf(nodes)));
        time.runUntil(END);
        judge.newer(newer);
        judge.end(all, stranger);
        judge.rebuilt(history.rebuilt());
        seen.addAll(judge.violations());
        return seen;
    }

    private void begin() {
        nodes.add(startNode("one"));
        nodes.add(startNode("two"));
        steady.stay();
        steady.connect(nodes.getFirst());
        time.after(time.between(0, 2_000), () -> stranger.connect(nodes.getFirst()));
        hoppers.forEach(one -> time.after(time.between(0, 3_000), () -> hop(one)));
        time.after(time.between(0, 3_000), () -> hop(stolen));
        time.after(time.between(500, 5_000), stolen.signIn()::steal);
        List<Device> talking = new ArrayList<>(hoppers);
        talking.add(steady);
        talking.forEach(one -> time.after(time.between(300, 1_500), () -> talk(one)));
        if (yardPlayed) {
            time.after(time.between(500, 2_000), this::openOrClose);
            time.after(time.between(500, 2_000), this::sayInTheYard);
        }
        time.after(time.between(500, 4_000), () -> flood(hoppers.getFirst()));
        if (time.chance(15)) {
            time.after(time.between(1_500, 8_000), this::sayNewer);
        }
        new Troubles(time, memory, history, nodes, new Troubles.People(hoppers, auth), this::crash).draw();
    }

    private Node startNode(String name) {
        Node node = new Node(name, ++starts, world);
        everyNode.add(node);
        node.start();
        return node;
    }

    /** The second node dies, and comes back under its name; sockets go to the first meanwhile. */
    private void crash() {
        Node dying = nodes.get(1);
        if (dying == nodes.getFirst()) {
            return;
        }
        time.note(() -> "node two dies");
        dying.die();
        nodes.set(1, nodes.getFirst());
        time.after(time.between(300, 3_000), () -> {
            time.note(() -> "node two starts again");
            nodes.set(1, startNode("two"));
        });
    }

    /** Reconnects where it lost its node; goes elsewhere now and then for no reason. */
    private void hop(Device device) {
        boolean leaves = time.now() < TROUBLE_UNTIL && time.chance(15);
        if (device.line() != null && leaves) {
            device.disconnect();
        }
        if (device.line() == null) {
            time.after(time.between(1, 200), () -> {
                if (device.line() == null) {
                    device.connect(time.chance(40) ? byGateway(device) : time.oneOf(nodes));
                    endWhileConnecting(device);
                }
            });
        }
        time.after(time.between(300, time.now() < QUIET_AT ? 700 : 2_000), () -> hop(device));
    }

    /** Where the gateway would take it: mostly to the other devices of its channel. Anywhere else must do as well. */
    private Node byGateway(Device device) {
        List<ChatNode> ready = nodes.stream()
                .map(node -> new ChatNode(node.name(), 0, 0))
                .distinct()
                .toList();
        ChatNode best = Rendezvous.order(Channels.of(device.user()), ready).getFirst();
        return nodes.stream()
                .filter(node -> node.name().equals(best.host()))
                .findFirst()
                .orElseThrow();
    }

    private void endWhileConnecting(Device device) {
        if (time.now() < TROUBLE_UNTIL && time.chance(5)) {
            time.after(time.between(0, 300), device.signIn()::end);
        }
    }

    private void talk(Device device) {
        if (time.now() > TROUBLE_UNTIL) {
            return;
        }
        List<Long> own = device.view().living(device.user(), true);
        List<Long> others = device.view().living(device.user(), false);
        int what = time.random().nextInt(100);
        if (yardPlayed && time.chance(40)) {
            device.send(Yard.ROOM, body());
        } else if (what < 60 || own.isEmpty()) {
            device.send(TALK, body());
        } else if (what < 75) {
            device.edit(time.oneOf(own), body());
        } else if (what < 80 && !others.isEmpty()) {
            device.edit(time.oneOf(others), body());
        } else if (what < 86) {
            device.delete(time.oneOf(own));
        } else if (what < 94) {
            device.react(time.oneOf(others.isEmpty() ? own : others), time.chance(50) ? "🐴" : "🌾", time.chance(60));
        } else if (what < 96) {
            device.sayOldAgain();
        } else if (device.user().equals(WREN)) {
            device.read(own.getLast());
        }
        time.after(time.between(100, 900), () -> talk(device));
    }

    /** Lets Fern in, or removes her; sometimes two nodes are asked to at once. */
    private void openOrClose() {
        if (time.now() < yardSettled) {
            RoomCommand command = yard.has(FERN)
                    ? new RoomCommand.Remove(FERN, false)
                    : new RoomCommand.Add(List.of(FERN), Role.Name.member);
            ask(time.oneOf(nodes), command);
            time.oneOf(hoppers).send(Yard.ROOM, body());
            time.after(time.between(30, 300), () -> time.oneOf(hoppers).send(Yard.ROOM, body()));
            if (time.chance(20)) {
                ask(time.oneOf(nodes), command);
            }
            if (time.chance(5)) {
                ask(nodes.get(1), command);
                time.after(time.between(30, 200), this::crash);
            }
            time.after(time.between(300, 2_500), this::openOrClose);
        }
    }

    private void ask(Node node, RoomCommand command) {
        node.command(WREN, command, decision -> {
            if (decision instanceof Decision.Done done) {
                done.events().forEach(event -> yardJudge.answered(Decision.change(event), time.now()));
            }
        });
    }

    private void sayInTheYard() {
        if (time.now() < TROUBLE_UNTIL) {
            stranger.send(Yard.ROOM, body());
            time.after(time.between(500, 3_000), this::sayInTheYard);
        }
    }

    /** Much at once: more than may be under way, and many marks. */
    private void flood(Device device) {
        if (time.chance(30)) {
            for (int i = 0; i < 2 * Node.UNDER_WAY_MAX; i++) {
                device.send(TALK, body());
                device.read(i);
            }
        }
    }

    private void sayNewer() {
        String id = MessageIds.next(1_700_000_000_000L + time.now(), time.random());
        time.note(() -> "a node of a later version writes " + Frames.brief(id));
        newer.add(id);
        broker.appendNewer(People.message(TALK, WREN, id, body()));
    }

    private String body() {
        return "text " + ++bodies;
    }
}
