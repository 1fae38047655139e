package dev.postrider.e2e.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Where the calls of a row are made: a room in which everybody is what their column says, or something else. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** T: until then a node may not have heard of a removal. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMillis(1_100);

    private static final Duration POLL = Duration.ofMillis(20);

    private final Cast cast;
    private final String conversation;
    private final Map<Actor, Long> positions = new EnumMap<>(Actor.class);
    private String code = "none";
    private String flag = "none";
    private Runnable known = () -> {};

    private Stage(Cast cast, String conversation) {
        this.cast = cast;
        this.conversation = conversation;
    }

    /** Not everybody knows of it yet. */
    static Stage of(Row row, Cast cast) {
        Stage stage = switch (row.place()) {
            case NOWHERE, SESSION -> new Stage(cast, "room:" + cast.bystander.id());
            case DM -> new Stage(cast, cast.person(Actor.MEMBER).with(cast.victim));
            case PRIVATE, NEWS, ARCHIVED, OWN -> room(cast, "private", row);
            case PUBLIC -> room(cast, "public", row);
        };
        stage.prepare(row);
        return stage;
    }

    /** Returns when every node knows what was done, and history has read it. */
    Stage known() {
        known.run();
        return this;
    }

    String conversation() {
        return conversation;
    }

    long position(Actor actor) {
        return positions.getOrDefault(actor, 0L);
    }

    /** The text with what stands for its placeholders when this actor uses it. */
    String filled(String text, Actor actor, Row row) {
        Person about = row.place() == Row.Place.NOWHERE ? cast.bystander : cast.victim;
        return text.replace("{room}", conversation)
                .replace("{conversation}", conversation)
                .replace("{id}", row.place() == Row.Place.NOWHERE ? idFor(row) : conversation)
                .replace("{user}", about.id())
                .replace("{bystander}", cast.bystander.id())
                .replace("{position}", Long.toString(position(actor)))
                .replace("{emoji}", "%F0%9F%91%8D")
                .replace("{code}", code)
                .replace("{flag}", flag)
                .replace("{actor}", actor.name())
                .replace("{new}", Device.newId());
    }

    /** A person's id where a person is meant; of sessions one that nobody has. */
    private String idFor(Row row) {
        return row.target().contains("/users") ? cast.bystander.id() : "01JZ0000000000000000000000";
    }

    private static Stage room(Cast cast, String visibility, Row row) {
        Person owner = cast.person(Actor.OWNER);
        Map<String, Object> settings = Map.of("posting", row.place() == Row.Place.NEWS ? "admins" : "members");
        String name = visibility + " " + Device.newId();
        String id = owner.rest()
                .post("/api/rooms", Map.of("name", name, "visibility", visibility, "settings", settings))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        Stage stage = new Stage(cast, id);
        List<String> members = new ArrayList<>(cast.ids(Actor.FORMER, Actor.READER, Actor.MEMBER, Actor.ADMIN));
        members.add(cast.victim.id());
        stage.owners("POST", "/members", Map.of("users", members));
        return stage;
    }

    private void prepare(Row row) {
        boolean room =
                row.place() != Row.Place.NOWHERE && row.place() != Row.Place.SESSION && row.place() != Row.Place.DM;
        if (row.needs("{position}")) {
            write(row);
        }
        if (row.needs("{code}")) {
            code = owners("POST", "/invites", Map.of()).at("/invite/code").asText();
        }
        if (row.needs("{flag}")) {
            flag = flagged();
        }
        if (room) {
            owners("PUT", "/members/" + cast.person(Actor.READER).id(), Map.of("role", "reader"));
            owners("PUT", "/members/" + cast.person(Actor.ADMIN).id(), Map.of("role", "admin"));
            cast.person(Actor.OWNER)
                    .rest()
                    .delete("/api/rooms/" + conversation + "/members/"
                            + cast.person(Actor.FORMER).id())
                    .requireStatus(204);
            if (row.place() == Row.Place.ARCHIVED) {
                Map<String, Object> patch = new HashMap<>();
                patch.put("archived", true);
                owners("PATCH", "", patch);
            }
            if (row.needs("{position}")) {
                long told = System.nanoTime();
                known = () -> Awaitility.await()
                        .pollInterval(POLL)
                        .until(() -> System.nanoTime() - told >= KNOWN_EVERYWHERE.toNanos());
            }
        }
        if (row.target().contains("{id}") && (room || row.place() == Row.Place.DM)) {
            Runnable read = historyReads(row.place() == Row.Place.ARCHIVED);
            Runnable told = known;
            known = () -> {
                told.run();
                read.run();
            };
        }
    }

    /** A message for each; of their own where the row says so, else all of the victim's. */
    private void write(Row row) {
        for (Actor actor : Actor.values()) {
            boolean own = row.place() == Row.Place.OWN
                    && List.of(Actor.FORMER, Actor.READER, Actor.MEMBER, Actor.ADMIN, Actor.OWNER)
                            .contains(actor);
            positions.put(actor, says(own ? cast.person(actor) : cast.victim, conversation));
        }
    }

    private static long says(Person person, String conversation) {
        return person.rest()
                .post("/api/conversations/" + conversation + "/messages", Map.of("body", "hello"))
                .requireStatus(201)
                .body()
                .path("position")
                .asLong();
    }

    private String flagged() {
        String dm = cast.person(Actor.MEMBER).with(cast.victim);
        long position = says(cast.victim, dm);
        return cast.person(Actor.MEMBER)
                .rest()
                .post("/api/conversations/" + dm + "/messages/" + position + "/flags", Map.of())
                .requireStatus(201)
                .body()
                .at("/flag/id")
                .asText();
    }

    /** Waits until history shows the last thing that was done to it: a message, or where nobody may write any more the archiving. */
    private Runnable historyReads(boolean archived) {
        long newest = archived ? 0 : says(cast.victim, conversation);
        return () -> Awaitility.await().atMost(PATIENCE).pollInterval(POLL).until(() -> {
            JsonNode page = cast.victim
                    .rest()
                    .get("/api/conversations/" + conversation + "/messages")
                    .body();
            JsonNode last = page.path("messages").path(page.path("messages").size() - 1);
            return archived
                    ? last.at("/changed/archived").asBoolean()
                    : last.path("position").asLong(-1) >= newest;
        });
    }

    private JsonNode owners(String method, String path, Map<String, ?> body) {
        var rest = cast.person(Actor.OWNER).rest();
        String target = "/api/rooms/" + conversation + path;
        var answer = switch (method) {
            case "POST" -> rest.post(target, body);
            case "PUT" -> rest.put(target, body);
            default -> rest.patch(target, body);
        };
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer.body();
    }
}
