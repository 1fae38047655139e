package dev.postrider.e2e.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.testkit.client.ChatSocket;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Bodies for a route, made from the schema of the one it wants. */
final class OddBodies {
    /** So that half a pair goes out as it is. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final AtomicLong NAMES = new AtomicLong(System.nanoTime());
    private static final int DEPTH = 20_000;
    private static final String DEEP = "[".repeat(DEPTH) + "]".repeat(DEPTH);

    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/octet-stream",
            "text/json");

    /** No JSON at all, or not one value of it, or not what a body may be. */
    private static final Map<String, String> BROKEN = Map.ofEntries(
            Map.entry("a brace", "{"),
            Map.entry("a word", "nonsense"),
            Map.entry("single quotes", "{'x':1}"),
            Map.entry("a name without quotes", "{x:1}"),
            Map.entry("a comment", "{/* */}"),
            Map.entry("a comma at the end", "{\"x\":1,}"),
            Map.entry("a second value", "{} {}"),
            Map.entry("NaN", "{\"x\":NaN}"),
            Map.entry("Infinity", "{\"x\":-Infinity}"),
            Map.entry("a number with a leading zero", "{\"x\":007}"),
            Map.entry("a key twice", "{\"x\":1,\"x\":2}"),
            Map.entry("a line feed in a text", "{\"x\":\"a\nb\"}"),
            Map.entry("a NUL before", "\u0000{}"),
            Map.entry("a broken escape", "{\"x\":\"\\u12\"}"),
            Map.entry("an array", "[]"),
            Map.entry("an array of objects", "[{}]"),
            Map.entry("a text", "\"text\""),
            Map.entry("a number", "7"),
            Map.entry("true", "true"),
            Map.entry("depth", "{\"x\":" + DEEP + "}"),
            Map.entry("depth alone", DEEP));

    private static final List<String> NOT_UTF_8 = List.of(
            "7b2278223a22c3287d",
            "7b2278223a22eda080227d",
            "7b2278223a22c0af227d",
            "fffe7b007d00",
            "7b2278223a22ff227d");

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("nothing", ""),
            Map.entry("blanks", " \t "),
            Map.entry("NUL", "a\u0000b"),
            Map.entry("control characters", "a\u0001\u001b[2Jb\u007f"),
            Map.entry("direction marks", "\u202eevil\u2066"),
            Map.entry("half a pair", "\ud800"),
            Map.entry("the other half", "a\udc00b"),
            Map.entry("no character", "\uffff"),
            Map.entry("long", "x".repeat(40_000)),
            Map.entry("many accents", "e" + "\u0301".repeat(9_000)),
            Map.entry("the end of time", "+1000000000-12-31T23:59:59.999999999Z"),
            Map.entry("before all time", "-1000000000-01-01T00:00:00Z"),
            Map.entry("another address", "http://127.0.0.1/"));

    private OddBodies() {}

    /** A body as the schema wants it. */
    static String good(JsonNode schema) {
        return example("", schema).toString();
    }

    static List<Odd> of(JsonNode schema) {
        List<Odd> all = new ArrayList<>();
        byte[] good = good(schema).getBytes(StandardCharsets.UTF_8);
        OTHER_TYPES.forEach(type -> all.add(new Odd("as " + type, type, good, ProblemCode.UNSUPPORTED_MEDIA_TYPE)));
        all.add(new Odd("as nothing", null, good, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        BROKEN.forEach((what, body) -> all.add(Odd.invalid(what, body)));
        NOT_UTF_8.forEach(hex -> all.add(
                new Odd("bytes " + hex, "application/json", HexFormat.of().parseHex(hex), ProblemCode.INVALID)));
        all.add(Odd.either("nothing", ""));
        all.add(Odd.either("blanks", "   "));
        all.add(Odd.either("null", "null"));
        all.add(Odd.either("empty object", "{}"));
        all.add(Odd.either("a number beyond all", "{\"x\":1e999999999}"));
        all.add(Odd.either("thousands of digits", "{\"x\":" + "9".repeat(DEPTH) + "}"));
        all.add(Odd.either("thousands of names", manyNames()));
        fields("", schema, all, value -> value);
        return all;
    }

    /** Each field, also of objects within, once with each value that it cannot have. */
    private static void fields(String path, JsonNode schema, List<Odd> all, UnaryOperator<ObjectNode> into) {
        schema.path("properties").properties().forEach(field -> {
            String name = field.getKey();
            JsonNode kind = field.getValue();
            String at = path + name;
            wrongTypes(kind)
                    .forEach((what, value) ->
                            all.add(Odd.invalid(at + " is " + what, written(into.apply(with(schema, name, value))))));
            right(kind)
                    .forEach((what, value) ->
                            all.add(Odd.either(at + " is " + what, written(into.apply(with(schema, name, value))))));
            if (kind.has("properties")) {
                fields(at + ".", kind, all, inner -> into.apply(with(schema, name, inner)));
            }
        });
    }

    private static String written(JsonNode body) {
        try {
            return ESCAPING.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode with(JsonNode schema, String name, JsonNode value) {
        ObjectNode body = (ObjectNode) example("", schema);
        body.set(name, value);
        return body;
    }

    private static Map<String, JsonNode> wrongTypes(JsonNode kind) {
        JsonNode object = NODES.objectNode().put("x", 1);
        JsonNode array = NODES.arrayNode().add(1).addNull();
        return switch (typeOf(kind)) {
            case "string" -> Map.of("an object", object, "an array", array, "a number", NODES.numberNode(1));
            case "integer", "number" ->
                Map.of(
                        "an object",
                        object,
                        "an array",
                        array,
                        "a word",
                        NODES.textNode("x"),
                        "true",
                        NODES.booleanNode(true));
            case "boolean" -> Map.of("an object", object, "an array", array, "a word", NODES.textNode("x"));
            case "array" -> Map.of("an object", object, "a word", NODES.textNode("x"), "a number", NODES.numberNode(7));
            case "object" -> Map.of("an array", array, "a word", NODES.textNode("x"), "a number", NODES.numberNode(7));
            default -> Map.of();
        };
    }

    /** Of the right type, and odd all the same. */
    private static Map<String, JsonNode> right(JsonNode kind) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", NODES.nullNode());
        switch (typeOf(kind)) {
            case "string" -> TEXTS.forEach((what, text) -> values.put(what, NODES.textNode(text)));
            case "integer", "number" -> {
                values.put("-1", NODES.numberNode(-1));
                values.put("the smallest", NODES.numberNode(Long.MIN_VALUE));
                values.put("the largest", NODES.numberNode(Long.MAX_VALUE));
                values.put("beyond a long", NODES.numberNode(new BigInteger("9".repeat(40))));
                values.put("a fraction", NODES.numberNode(1.5));
            }
            case "array" -> {
                values.put("many", NODES.arrayNode().addAll(Collections.nCopies(5_000, NODES.textNode("x"))));
                values.put("nulls", NODES.arrayNode().addNull().addNull());
                values.put("arrays", NODES.arrayNode().add(NODES.arrayNode()));
            }
            default -> {}
        }
        return values;
    }

    /** Something of that schema; names are fresh, so that nobody's failures add up. */
    private static JsonNode example(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (typeOf(schema)) {
            case "object" -> {
                ObjectNode body = NODES.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(field -> body.set(field.getKey(), example(field.getKey(), field.getValue())));
                yield body;
            }
            case "array" -> NODES.arrayNode();
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(false);
            default -> NODES.textNode(text(name));
        };
    }

    private static String text(String name) {
        return switch (name) {
            case "username" -> "odd" + Long.toString(NAMES.incrementAndGet(), 36);
            case "id" -> ChatSocket.newId();
            default -> "text";
        };
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    private static String manyNames() {
        StringBuilder body = new StringBuilder("{\"x\":1");
        for (int i = 0; i < 6_000; i++) {
            body.append(",\"").append(i).append("\":0");
        }
        return body.append('}').toString();
    }
}
