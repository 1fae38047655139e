package dev.postrider.e2e.hostile;

import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.raw.Door;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with a room, a conversation and a message, in whose name odd requests are made; made anew when signed out. */
final class Victim {
    private static @Nullable Victim last;

    private final String id;
    private final String token;
    private final String administrator;
    private final Map<String, String> places;

    private Victim(Suite suite) {
        Person wren = Person.registers(suite.gateway(), "wren");
        Person moss = Person.registers(suite.gateway(), "moss");
        this.id = wren.id();
        this.token = wren.rest().accessToken();
        this.administrator = Account.administrator(suite.door("gateway"))
                .signsIn(suite.door("gateway"))
                .access();
        String room = wren.rest()
                .post("/api/rooms", Map.of("name", "odd " + id, "visibility", "private"))
                .requireStatus(201)
                .body()
                .at("/room/id")
                .asText();
        String dm = wren.with(moss).replace(":", "%3A");
        String position = wren.rest()
                .post("/api/conversations/" + dm + "/messages", Map.of("body", "hello"))
                .requireStatus(201)
                .body()
                .path("position")
                .asText();
        this.places = Map.of(
                "room", room,
                "conversation", dm,
                "position", position,
                "user", moss.id(),
                "emoji", "%F0%9F%91%8D");
    }

    /** The last one while their session lives. */
    static synchronized Victim of(Suite suite) {
        Victim found = last;
        if (found == null || !found.signedIn(suite)) {
            found = new Victim(suite);
            last = found;
        }
        return found;
    }

    private boolean signedIn(Suite suite) {
        return suite.door("gateway")
                        .call("GET", "/api/auth/me", Door.bearer(token))
                        .status()
                == 200;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** In whose name this route is called: what only administrators may is refused to others before it is looked at. */
    String bearer(Route route) {
        return Door.bearer(isForAdministrators(route) ? administrator : token);
    }

    /** What stands in the places of this route's path. Administrators mean somebody whom nobody needs. */
    Map<String, String> places(Route route) {
        Map<String, String> all = new HashMap<>(places);
        String meant = isForAdministrators(route) ? places.get("user") : id;
        all.put("id", route.path().startsWith("/api/conversations/") ? places.get("conversation") : meant);
        return all;
    }

    private static boolean isForAdministrators(Route route) {
        return route.path().startsWith("/api/admin/");
    }
}
