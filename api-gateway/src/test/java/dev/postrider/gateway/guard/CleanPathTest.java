package dev.postrider.gateway.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.gateway.answer.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CleanPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a;b",
                "/a%2Fb",
                "/a%2fb",
                "/a%5Cb",
                "/a%5cb",
                "/a%3Bb",
                "/a%3bb",
                "/a\\b",
                "//a",
                "/a//b",
                "/a/../b",
                "/..",
                "/a/.",
                "/./a",
                "/%2e%2e/a",
                "/.%2E/a",
                "/a%00",
                "/a%0a",
                "/a%0D",
                "/a%7F",
                "/a%C2%85",
                "/a%25",
                "/a%252Fb",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a%C0%AF",
                "/a%FF",
                "/a?q=%",
                "/a?q=%g1",
                "/a?q=%00",
                "/a{b}",
                "/a?q={b}",
                "/a?q=a|b",
                "/a?q=\"",
                "/a?q=<b>",
                "/a?q=^",
                "/a?q=`",
                "/api/[a]",
                "/a b",
                "/a#b",
                "/ä",
                "",
                "*",
                "a",
                "http://evil.example/a",
                "example.org:80",
                "/a\u0001",
                "/a%E2%28%A1"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String uri) {
        var refused = assertThrows(Refused.class, () -> CleanPath.of(uri));
        assertEquals(ProblemCode.INVALID, refused.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/version",
                "/api/conversations/dm%3AA%3AB/messages?after=1&x=a%2Fb%3B..//",
                "/c/room:1",
                "/api/x/reactions/%F0%9F%91%8D",
                "/a...b",
                "/.well-known/jwks.json",
                "/a/",
                "/a?",
                "/a?q=%25;%5C"
            })
    void ordinaryAddressesPassUnchanged(String uri) {
        assertEquals(uri, CleanPath.of(uri).uri());
    }

    @Test
    void segmentsAreDecodedOnce() {
        assertEquals(
                List.of("c", "dm:A:B", "👍"),
                CleanPath.of("/c/dm%3AA%3AB/%F0%9F%91%8D?x").segments());
    }
}
