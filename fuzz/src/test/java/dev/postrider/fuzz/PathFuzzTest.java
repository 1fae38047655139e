package dev.postrider.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CleanPath;
import dev.postrider.gateway.route.Access;
import dev.postrider.gateway.route.Route;
import dev.postrider.gateway.route.RouteTable;
import dev.postrider.gateway.route.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PathFuzzTest {
    private static final RouteTable TABLE = new RouteTable();
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");
    private static final Set<ProblemCode> NO_ROUTE = Set.of(ProblemCode.NOT_FOUND, ProblemCode.METHOD_NOT_ALLOWED);

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "/",
                        "/ws",
                        "/index.html?x=%41",
                        "/api/auth/login",
                        "/api/conversations/dm%3A01ARZ3NDEKTSV4RRFFQ69G5FAV/messages?before=7",
                        "/api/hooks/x",
                        "/.well-known/jwks.json",
                        "/internal/users",
                        "/q/health",
                        "/%E2%9C%93",
                        "/api/%2e%2e/internal",
                        "/api/..%252finternal",
                        "/api;x=1/auth")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "%2e",
        "%2E",
        "..",
        "//",
        "%2f",
        "%5c",
        "%25",
        "%00",
        ";",
        "\\x5c",
        "%c0%ae",
        "%c2%85",
        "/api/",
        "/internal",
        "/q/",
        "?",
        "#"
    })
    @FuzzTest
    void aPathThatPassesHasOneReadingAndLeadsOnlyWhereItSays(byte[] bytes) {
        CleanPath path;
        try {
            path = CleanPath.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (Refused refused) {
            assertEquals(ProblemCode.INVALID, refused.code());
            return;
        }
        hasOneReading(path);
        METHODS.forEach(method -> leadsOnlyWhereItSays(method, path));
    }

    private static void hasOneReading(CleanPath path) {
        String decoded = path.path();
        assertFalse(
                decoded.contains("//")
                        || decoded.contains("\\")
                        || decoded.contains(";")
                        || decoded.contains("%")
                        || decoded.chars().anyMatch(Character::isISOControl),
                decoded);
        assertEquals(decoded, "/" + String.join("/", path.segments()));
        String raw = path.uri().split("\\?", 2)[0];
        if (raw.chars().noneMatch(c -> "\"<>[]^`{|}".indexOf(c) >= 0)) {
            URI other = URI.create("http://host" + raw);
            assertEquals(other.normalize().getPath(), decoded, "another reader's");
        }
    }

    private static void leadsOnlyWhereItSays(String method, CleanPath path) {
        try {
            Route route = TABLE.find(method, path);
            boolean page = route.target() == Target.PAGE;
            assertNotEquals(served(path.path()), page, path::path);
            assertTrue(route.access() == Access.TOKEN || page || open(path.path()), path::path);
        } catch (Refused refused) {
            assertTrue(NO_ROUTE.contains(refused.code()), refused::reason);
        }
    }

    /** By a service and not from a file. */
    private static boolean served(String path) {
        return path.startsWith("/api/") || path.equals("/ws") || path.equals("/.well-known/jwks.json");
    }

    /** What anybody may call without a token, written down a second time. */
    private static boolean open(String path) {
        return path.matches("/api/auth/(register|login|reset|exchange|refresh|logout|jwks\\.json)")
                || path.matches("/api/(version|openapi\\.json|asyncapi\\.json)|/\\.well-known/jwks\\.json")
                || path.matches("(?s)/api/hooks/[^/]*");
    }
}
