package dev.postrider.history.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.frame.Json;
import dev.postrider.history.support.EventMix;
import dev.postrider.history.support.Watcher;
import dev.postrider.testkit.fold.CarefulClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What clients of this history service get, written down for the store of client-ts, whose test reads it: of each
 * person the steps of one who lost, doubled and shuffled live frames and synced at last, and those of a fresh one.
 */
final class BrowserRecording {
    private static final int EVENTS_BEFORE = 60;
    private static final int EVENTS = 140;
    private static final int LOST_PERCENT = 30;

    private BrowserRecording() {}

    static void write(Path file, int seeds) {
        ArrayNode runs = Json.mapper().createArrayNode();
        for (int seed = 1; seed <= seeds; seed++) {
            record(seed, runs);
        }
        try {
            Files.writeString(file, Json.mapper().writeValueAsString(runs) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void record(int seed, ArrayNode runs) {
        EventMix mix = new EventMix(seed, false);
        Random random = new Random(seed);
        mix.write(EVENTS_BEFORE);
        List<ObjectNode> told = mix.people().stream()
                .map(user -> runs.addObject().put("seed", seed).put("me", user))
                .toList();
        List<Watcher> watchers = told.stream()
                .map(run -> new Watcher(run.path("me").asText(), into(run.putArray("steps"))).syncs(mix.through()))
                .toList();
        int from = mix.written().size();
        mix.write(EVENTS);
        for (int person = 0; person < watchers.size(); person++) {
            String user = mix.people().get(person);
            List<Integer> frames =
                    IntStream.range(from, mix.written().size()).boxed().collect(Collectors.toList());
            Collections.shuffle(frames, random);
            for (int frame : frames) {
                if (mix.audience(frame).contains(user) && random.nextInt(100) >= LOST_PERCENT) {
                    watchers.get(person).hears(mix.written().get(frame));
                }
            }
            watchers.get(person).syncs(mix.through());
            new Watcher(user, into(told.get(person).putArray("fresh"))).syncs(mix.through());
        }
    }

    private static CarefulClient.Recording into(ArrayNode steps) {
        return (kind, about, what) -> {
            ObjectNode step = steps.addObject().put("kind", kind);
            if (!about.isEmpty()) {
                step.put("about", about);
            }
            step.set("what", (JsonNode) what);
        };
    }
}
