package dev.postrider.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postrider.gateway.guard.CookieNames;
import dev.postrider.gateway.guard.Credentials;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cookie and Authorization headers as the gateway reads them, and as the services read what it hands on. */
class CredentialsFuzzTest {
    private static final CookieNames NAMES =
            new CookieNames("postrider_access", "postrider_refresh", "postrider_device");

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "C postrider_access=aaa.bbb.ccc; postrider_refresh=ddd",
                        "C x=1;postrider_access=a; postrider_access=b\nC postrider_refresh=\"q\"",
                        "C postrider_access=; postrider_refresh",
                        "C postrider_device=a.1.b; postrider_access=a",
                        "A Bearer aaa.bbb.ccc",
                        "A bearer  x\nC postrider_access=y",
                        "A Basic eDp5")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "postrider_access=",
        "postrider_refresh=",
        "postrider_device=",
        "\\x0aC ",
        "\\x0aA ",
        "Bearer ",
        "; ",
        "\\x22",
        "=",
        ",",
        "$Version=1"
    })
    @FuzzTest
    void whatIsHandedOnSaysTheSameToWhoeverReadsItNext(byte[] bytes) {
        MultiMap headers = headers(bytes);
        Credentials read = Credentials.of(request(headers), NAMES);

        Optional<String> onwards = read.cookieHeader(NAMES);
        assertEquals(onwards.isPresent(), read.hasCookies() || read.device() != null);
        onwards.ifPresent(header -> assertFalse(header.chars().anyMatch(c -> c == '\r' || c == '\n'), header));
        MultiMap next = MultiMap.caseInsensitiveMultiMap();
        onwards.ifPresent(header -> next.add("Cookie", header));
        assertEquals(
                new Credentials(read.access(), read.refresh(), read.device(), null),
                Credentials.of(request(next), NAMES));
        assertFalse(read.bearerOnly().hasCookies());
        asTheServicesRead(onwards.orElse("")).forEach(cookie -> {
            String value = cookie.wrap() ? '"' + cookie.value() + '"' : cookie.value();
            Map<String, Optional<String>> ours = Map.of(
                    NAMES.access(), Optional.ofNullable(read.access()),
                    NAMES.refresh(), Optional.ofNullable(read.refresh()),
                    NAMES.device(), Optional.ofNullable(read.device()));
            assertEquals(ours.get(cookie.name()), Optional.of(value), cookie::name);
        });
    }

    /** Ours among them; Netty's decoder passes over what it cannot read, and takes quotes away. */
    private static List<Cookie> asTheServicesRead(String header) {
        return ServerCookieDecoder.STRICT.decode(header).stream()
                .filter(cookie ->
                        List.of(NAMES.access(), NAMES.refresh(), NAMES.device()).contains(cookie.name()))
                .toList();
    }

    /** A line is a header: its first letter says which. Line ends cannot be in one, Netty sees to that. */
    private static MultiMap headers(byte[] bytes) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String line :
                new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("[\r\n]", -1)))) {
            if (line.startsWith("C ")) {
                headers.add("Cookie", line.substring(2));
            } else if (line.startsWith("A ")) {
                headers.add("Authorization", line.substring(2));
            }
        }
        return headers;
    }

    /** A request that has headers and nothing else. */
    private static HttpServerRequest request(MultiMap headers) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "headers" -> headers;
                    case "getHeader" -> headers.get(Objects.toString(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
