package dev.postrider.simulator;

import java.util.List;

/** What goes wrong in one schedule. */
final class Troubles {
    private final Timeline time;
    private final Memory memory;
    private final History history;
    private final List<Node> nodes;
    private final People people;
    private final Runnable crash;

    /** Who gives and shows tokens. */
    record People(List<Device> hoppers, Auth auth) {}

    Troubles(Timeline time, Memory memory, History history, List<Node> nodes, People people, Runnable crash) {
        this.time = time;
        this.memory = memory;
        this.history = history;
        this.nodes = nodes;
        this.people = people;
        this.crash = crash;
    }

    void draw() {
        maybe(45, () -> standStill(time.between(0, 1) == 0 ? 0 : 1));
        maybe(30, () -> standStill(time.between(0, 1) == 0 ? 0 : 1));
        maybe(25, crash);
        maybe(25, memory::empty);
        maybe(15, memory::empty);
        maybe(20, () -> memory.cutOff("one", time.between(200, 4_000)));
        maybe(20, () -> memory.cutOff("two", time.between(200, 4_000)));
        maybe(30, () -> history.standStill(time.between(50, 3_000)));
        maybe(20, () -> history.standStill(time.between(50, 3_000)));
        maybe(20, () -> people.auth().goAway(time.between(500, 6_000)));
        maybe(15, () -> time.oneOf(people.hoppers()).signIn().end());
        maybe(20, () -> time.oneOf(people.hoppers()).standStill(time.between(1_000, 5_000)));
    }

    private void maybe(int percent, Runnable trouble) {
        if (time.chance(percent)) {
            time.after(time.between(800, 8_500), trouble);
        }
    }

    private void standStill(int which) {
        long millis = time.chance(50) ? time.between(300, 2_500) : time.between(2_500, 6_000);
        Node node = nodes.get(which);
        time.note(() -> "node " + node.name() + " stands still for " + millis);
        node.host().standStill(millis);
    }
}
