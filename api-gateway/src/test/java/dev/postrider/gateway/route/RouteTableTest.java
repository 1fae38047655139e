package dev.postrider.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import dev.postrider.gateway.guard.CleanPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteTableTest {
    private final RouteTable table = new RouteTable();

    @ParameterizedTest
    @CsvSource({
        "POST,/api/auth/register,AUTH,OPEN",
        "POST,/api/auth/login,AUTH,OPEN",
        "POST,/api/auth/refresh,AUTH,OPEN",
        "POST,/api/auth/logout,AUTH,OPEN",
        "POST,/api/auth/reset,AUTH,OPEN",
        "GET,/api/auth/jwks.json,AUTH,OPEN",
        "GET,/.well-known/jwks.json,AUTH,OPEN",
        "GET,/api/auth/me,AUTH,TOKEN",
        "PATCH,/api/auth/me,AUTH,TOKEN",
        "POST,/api/auth/tickets,AUTH,TOKEN",
        "DELETE,/api/auth/sessions/1,AUTH,TOKEN",
        "GET,/api/users,AUTH,TOKEN",
        "GET,/api/users/1,AUTH,TOKEN",
        "POST,/api/admin/users/1/reset,AUTH,TOKEN",
        "GET,/api/conversations,HISTORY,TOKEN",
        "GET,/api/conversations/dm%3AA%3AB,HISTORY,TOKEN",
        "GET,/api/conversations/1/messages,HISTORY,TOKEN",
        "GET,/api/conversations/1/messages/5/edits,HISTORY,TOKEN",
        "GET,/api/conversations/1/online,CHAT,TOKEN",
        "POST,/api/conversations/1/messages,CHAT,TOKEN",
        "PATCH,/api/conversations/1/messages/5,CHAT,TOKEN",
        "PUT,/api/conversations/1/messages/5/reactions/%F0%9F%91%8D,CHAT,TOKEN",
        "PUT,/api/conversations/1/read,CHAT,TOKEN",
        "PATCH,/api/conversations/1/mine,CHAT,TOKEN",
        "DELETE,/api/conversations/1/draft,CHAT,TOKEN",
        "GET,/api/sync,HISTORY,TOKEN",
        "GET,/api/search,HISTORY,TOKEN",
        "GET,/api/export/me,HISTORY,TOKEN",
        "GET,/api/rooms,CHAT,TOKEN",
        "POST,/api/rooms/1/members,CHAT,TOKEN",
        "GET,/api/presence,CHAT,TOKEN",
        "GET,/api/drafts,CHAT,TOKEN",
        "GET,/api/invites/x,CHAT,TOKEN",
        "PUT,/api/blocks/1,CHAT,TOKEN",
        "GET,/ws,SOCKET,TOKEN",
        "GET,/api/version,DOCUMENT,OPEN",
        "GET,/api/openapi.json,DOCUMENT,OPEN",
        "GET,/api/asyncapi.json,DOCUMENT,OPEN",
        "GET,/,PAGE,OPEN",
        "GET,/c/dm%3AA%3AB,PAGE,OPEN",
        "GET,/internal/users,PAGE,OPEN",
        "GET,/q/metrics,PAGE,OPEN"
    })
    void everyCallHasOneTarget(String method, String path, Target target, Access access) {
        var route = table.find(method, CleanPath.of(path));
        assertEquals(target, route.target());
        assertEquals(access, route.access());
    }

    @Test
    void unknownCallsAreNotFoundAndNeverFiles() {
        assertEquals(ProblemCode.NOT_FOUND, refused("GET", "/api"));
        assertEquals(ProblemCode.NOT_FOUND, refused("GET", "/api/"));
        assertEquals(ProblemCode.NOT_FOUND, refused("GET", "/api/nothing"));
        assertEquals(ProblemCode.NOT_FOUND, refused("POST", "/api/internal/users"));
    }

    @Test
    void knownCallsWithAnotherMethodAreNotAllowed() {
        assertEquals(ProblemCode.METHOD_NOT_ALLOWED, refused("POST", "/api/version"));
        assertEquals(ProblemCode.METHOD_NOT_ALLOWED, refused("POST", "/"));
        assertEquals(ProblemCode.METHOD_NOT_ALLOWED, refused("POST", "/internal/holders"));
        assertEquals(ProblemCode.METHOD_NOT_ALLOWED, refused("DELETE", "/ws"));
    }

    private ProblemCode refused(String method, String path) {
        return assertThrows(Refused.class, () -> table.find(method, CleanPath.of(path)))
                .code();
    }
}
