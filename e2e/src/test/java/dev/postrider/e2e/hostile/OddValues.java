package dev.postrider.e2e.hostile;

import java.util.List;

/** Values nobody honest puts into a path or a query, written as they go over the wire. */
final class OddValues {
    static final List<String> ALL = List.of(
            "",
            "%00",
            "a%00b",
            "%0D%0ASet-Cookie:%20x=1",
            "%20",
            "%25",
            "%2e%2e",
            "%2F",
            "%5C",
            ";x=1",
            "%C0%AF",
            "%FF",
            "%ED%A0%80",
            "%F0%9F%92%A9",
            "%E2%80%AE",
            "%D9%A3",
            "'%20or%20'1'='1",
            "%22%3E%3Cscript%3E",
            "-1",
            "-9223372036854775809",
            "9223372036854775807",
            "9223372036854775808",
            "9007199254740992",
            "9".repeat(400),
            "1.5",
            "1e9",
            "0x10",
            "NaN",
            "null",
            "true",
            ",",
            "a,b,,c",
            "dm:x:y",
            "dm:",
            "room:",
            "room:00000000000000000000000000",
            "feed:x:../..",
            "me:",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "01arz3ndektsv4rrffq69g5fav",
            "2026-13-45T99:99:99Z",
            "%2B1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "%EF%BF%BF",
            "x".repeat(5_000),
            "01ARZ3NDEKTSV4RRFFQ69G5FAV,".repeat(150));

    /** What may not stand in an address at all: told as the contract says by the gateway, and by nobody behind it. */
    static final List<String> NO_ADDRESS = List.of("%", "%zz", "{x}", "<x>", "a|b", "\"", "^", "`", "[]");

    private OddValues() {}
}
