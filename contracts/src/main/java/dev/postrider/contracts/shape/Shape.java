package dev.postrider.contracts.shape;

import org.jspecify.annotations.Nullable;

/** The kinds of plain values on the wire: JSON type, pattern and bounds, as the generated schemas state them. */
public enum Shape {
    USER_ID("string", "^[0-9A-HJKMNP-TV-Z]{26}$", 26, "a ULID"),
    CONVERSATION_ID(
            "string",
            "^(dm:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}|room:[0-9A-HJKMNP-TV-Z]{26}"
                    + "|feed:[a-z0-9][a-z0-9_-]{0,29}(:[0-9A-HJKMNP-TV-Z]{26})?|me:[0-9A-HJKMNP-TV-Z]{26})$",
            64,
            "dm:<UserId>:<UserId>, room:<ULID>, feed:<name>, feed:<name>:<UserId> or me:<UserId>"),
    MESSAGE_ID(
            "string",
            "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            36,
            "a UUID of version 7, canonical lower case, made by the client"),
    /** Message ids of people, and the freer ids of feed events. */
    EVENT_ID("string", "^[A-Za-z0-9_.:-]{1,64}$", 64, "a message id, or the id a feed's producer chose"),
    POSITION("integer", null, 0, "rises along one conversation; comparable within it only; not gap-free"),
    /** A position that may be −1, "before the first". */
    MARK("integer", null, 0, "a position, or −1 for before the first"),
    INSTANT("string", "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$", 24, "ISO-8601 UTC with milliseconds"),
    BODY("string", null, 8_000, "1–8,000 code points and at most 32,000 bytes of UTF-8, not white space only"),
    EMOJI("string", null, 32, "one emoji grapheme, at most 32 bytes"),
    USERNAME("string", "^[a-z0-9][a-z0-9._-]{2,29}$", 30, "lower case, never changes"),
    CURSOR("string", "^[A-Za-z0-9_.~-]{1,1024}$", 1_024, "opaque"),
    COUNT("integer", null, 0, "zero or more"),
    MILLIS("integer", null, 0, "milliseconds"),
    SECONDS("integer", null, 0, "seconds"),
    TEXT("string", null, 0, "plain text");

    private final String jsonType;
    private final @Nullable String pattern;
    private final int maxLength;
    private final String meaning;

    Shape(String jsonType, @Nullable String pattern, int maxLength, String meaning) {
        this.jsonType = jsonType;
        this.pattern = pattern;
        this.maxLength = maxLength;
        this.meaning = meaning;
    }

    /** The JSON Schema type. */
    public String jsonType() {
        return jsonType;
    }

    /** A regular expression of the ECMA dialect, or null where a pattern cannot say it. */
    public @Nullable String pattern() {
        return pattern;
    }

    /** In code points; 0 = the shape itself sets none. */
    public int maxLength() {
        return maxLength;
    }

    /** One phrase for the generated pages. */
    public String meaning() {
        return meaning;
    }
}
