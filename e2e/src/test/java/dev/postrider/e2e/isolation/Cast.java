package dev.postrider.e2e.isolation;

import dev.postrider.contracts.frame.ClientFrame;
import dev.postrider.contracts.frame.Event;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The same eight in every room, with a socket each, half of them on either node; and two whom calls are about. */
final class Cast implements AutoCloseable {
    private final Map<Actor, Person> people = new EnumMap<>(Actor.class);
    private final Map<Actor, Device> devices = new EnumMap<>(Actor.class);
    /** A member of every room, who wrote what stands there and hears what is told. */
    final Person victim;

    /** In no room. */
    final Person bystander;

    private final Suite suite;
    private @Nullable Device watcher;

    Cast(Suite suite) {
        this.suite = suite;
        for (Actor actor : Actor.values()) {
            switch (actor) {
                case ANONYMOUS -> {}
                case ADMINISTRATOR ->
                    people.put(actor, Person.administrator(suite.gateway(), Suite.ADMINISTRATORS.getFirst()));
                default -> people.put(actor, Person.registers(suite.gateway(), actor.name()));
            }
        }
        victim = Person.registers(suite.gateway(), "victim");
        bystander = Person.registers(suite.gateway(), "bystander");
    }

    /** Everybody has a socket, and none of them is silent for so long that it would be given up. */
    void awake() {
        if (watcher == null) {
            people.forEach((actor, person) ->
                    devices.put(actor, person.opensAt(suite.chatNode(1 + actor.ordinal() % 2))));
            watcher = victim.opensAt(suite.chatNode(1));
        }
        devices.values().forEach(one -> one.says(new ClientFrame.Ping("awake")));
        watcher.says(new ClientFrame.Ping("awake"));
    }

    Person person(Actor actor) {
        return Objects.requireNonNull(people.get(actor));
    }

    Device device(Actor actor) {
        return Objects.requireNonNull(devices.get(actor));
    }

    /** Whether the watcher was told that this person has read, or received, so far. */
    boolean marked(Actor actor, String conversation, long position) {
        String user = person(actor).id();
        return Objects.requireNonNull(watcher).heard(Event.class).stream().anyMatch(event -> switch (event) {
            case Event.Read read ->
                read.conversation().equals(conversation) && read.from().equals(user) && read.upTo() == position;
            case Event.Delivered got ->
                got.conversation().equals(conversation) && got.from().equals(user) && got.upTo() == position;
            default -> false;
        });
    }

    List<String> ids(Actor... actors) {
        return List.of(actors).stream().map(actor -> person(actor).id()).toList();
    }

    @Override
    public void close() {
        devices.values().forEach(Device::close);
        if (watcher != null) {
            watcher.close();
        }
    }
}
