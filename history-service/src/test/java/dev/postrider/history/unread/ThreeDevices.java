package dev.postrider.history.unread;

import static dev.postrider.history.support.Api.through;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Json;
import dev.postrider.history.support.Watcher;
import dev.postrider.history.unread.Definition.Told;
import dev.postrider.testkit.fold.CarefulClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What three devices of one person get of a {@link DrawnRoom}, written down for the store of client-ts, with what rule 4
 * says they must show: one that hears everything and syncs where it is asked to, one that loses, doubles and shuffles
 * and syncs at last, and one that comes fresh.
 */
final class ThreeDevices {
    private static final int EVENTS_BEFORE = 15;
    private static final int EVENTS = 45;
    /** More than one answer of sync holds; nobody leaves, and one person is enough, since all of it is written down. */
    private static final int EVENTS_LIMITED = 1_300;

    private static final int LOST_PERCENT = 30;

    private ThreeDevices() {}

    static void write(Path file, int seeds) {
        ArrayNode runs = Json.mapper().createArrayNode();
        for (int seed = 1; seed <= seeds; seed++) {
            record(seed, runs, Integer.MAX_VALUE, EVENTS);
        }
        record(seeds + 1, runs, 1, EVENTS_LIMITED);
        try {
            Files.writeString(file, Json.mapper().writeValueAsString(runs) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One person's devices, and what is written down of them. */
    private record Devices(String me, Watcher steady, Watcher torn, ObjectNode run) {}

    private static void record(int seed, ArrayNode runs, int peopleMax, int events) {
        DrawnRoom room = new DrawnRoom(seed, events == EVENTS);
        room.write(EVENTS_BEFORE);
        List<Devices> all = room.people().stream()
                .limit(peopleMax)
                .map(me -> devices(seed, room, me, runs.addObject()))
                .toList();
        int first = room.log().size();
        for (int i = 0; i < events; i++) {
            int before = room.log().size();
            room.write(1);
            all.forEach(one -> hear(room, before, one.me(), one.steady()));
        }
        int from = Math.max(first, room.log().size() - EVENTS);
        Random random = new Random(seed);
        for (Devices one : all) {
            lose(room, from, one, random);
            one.torn().syncs(end(room));
            new Watcher(one.me(), into(((ObjectNode) one.run().path("devices")).putArray("fresh"))).syncs(end(room));
            told(one.run(), new Definition(room.log(), one.me()).now());
        }
    }

    private static Devices devices(int seed, DrawnRoom room, String me, ObjectNode run) {
        run.put("seed", seed).put("me", me).put("conversation", room.id());
        ObjectNode devices = run.putObject("devices");
        return new Devices(
                me,
                new Watcher(me, into(devices.putArray("steady"))).syncs(end(room)),
                new Watcher(me, into(devices.putArray("torn"))).syncs(end(room)),
                run);
    }

    private static void lose(DrawnRoom room, int from, Devices one, Random random) {
        List<Integer> frames =
                new ArrayList<>(IntStream.range(from, room.log().size()).boxed().toList());
        frames.addAll(List.copyOf(frames.subList(0, frames.size() / 2)));
        Collections.shuffle(frames, random);
        for (int frame : frames) {
            DrawnRoom.Live live = room.live(frame);
            if (live.audience().contains(one.me()) && random.nextInt(100) >= LOST_PERCENT) {
                one.torn().hears(live.event());
            }
        }
    }

    private static void told(ObjectNode run, @Nullable Told told) {
        if (told == null) {
            run.putNull("told");
            return;
        }
        ObjectNode says = run.putObject("told");
        says.put("unread", told.unread()).put("mentions", told.mentions()).put("readPosition", told.readPosition());
        if (told.firstUnread() != null) {
            says.put("firstUnread", told.firstUnread());
        }
    }

    /** Who joins is asked to sync, as nodes do. */
    private static void hear(DrawnRoom room, int from, String me, Watcher steady) {
        for (int i = from; i < room.log().size(); i++) {
            DrawnRoom.Live live = room.live(i);
            if (live.audience().contains(me)) {
                steady.hears(live.event());
            }
            if (live.event() instanceof Event.Joined joined && joined.users().contains(me)) {
                steady.syncs(end(room));
            }
        }
    }

    private static String end(DrawnRoom room) {
        return through(room.id(), room.log().getLast().position());
    }

    private static CarefulClient.Recording into(ArrayNode steps) {
        return (kind, about, what) -> {
            ObjectNode step = steps.addObject().put("kind", kind);
            if (!about.isEmpty()) {
                step.put("about", about);
            }
            step.set("what", what);
        };
    }
}
