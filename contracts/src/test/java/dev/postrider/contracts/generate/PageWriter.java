package dev.postrider.contracts.generate;

import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.generate.Model.Field;
import dev.postrider.contracts.generate.Model.Kind;
import dev.postrider.contracts.generate.Model.Structure;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.shape.Shape;
import dev.postrider.contracts.topic.Topics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The protocol as a page to read: frames, codes, shapes, topics. */
final class PageWriter {
    private final Model model;
    private final StringBuilder out = new StringBuilder();

    PageWriter(Model model) {
        this.model = model;
    }

    String text() {
        out.append("# Postrider v1: frames, codes and shapes\n\n")
                .append("Generated from the `contracts` module by `./dev gen`; do not edit. The rules behind these\n")
                .append("tables stand in `docs/protocol.md`, REST in `generated/openapi/`.\n");
        frames("Client → server", FrameTypes.client());
        frames("Server → client", FrameTypes.server());
        rest();
        codes();
        shapes();
        topics();
        return out.toString();
    }

    private void frames(String title, Map<String, ? extends Class<?>> frames) {
        out.append("\n## ").append(title).append("\n\n| `type` | fields | meaning |\n|---|---|---|\n");
        frames.forEach((type, record) -> row(type, structure(record)));
    }

    private void rest() {
        out.append("\n## Bodies of REST\n\n| name | fields | meaning |\n|---|---|---|\n");
        model.structures().values().stream()
                .filter(structure -> !structure.name().startsWith("Client")
                        && !structure.name().startsWith("Server")
                        && !structure.name().startsWith("Event"))
                .forEach(structure -> row(structure.name(), structure));
    }

    private void row(String name, Structure structure) {
        out.append("| `").append(name).append("` | ");
        out.append(structure.fields().stream().map(PageWriter::field).collect(Collectors.joining(", ")));
        out.append(" | ").append(structure.doc()).append(" |\n");
    }

    private Structure structure(Class<?> record) {
        return java.util.Objects.requireNonNull(model.structures().get(Model.nameOf(record)));
    }

    private static String field(Field field) {
        return "`" + field.name() + (field.optional() ? "?" : "") + "` " + kind(field.kind(), field);
    }

    private static String kind(Kind kind, Field field) {
        return switch (kind) {
            case Kind.Text ignored -> shape(field, "text");
            case Kind.Whole ignored -> shape(field, "integer");
            case Kind.Decimal ignored -> "number";
            case Kind.Truth ignored -> "boolean";
            case Kind.Anything ignored -> "object";
            case Kind.Choice choice -> String.join(" \\| ", choice.names());
            case Kind.Reference reference -> reference.name();
            case Kind.Many many -> "[" + kind(many.of(), field) + "]";
        };
    }

    private static String shape(Field field, String plain) {
        return field.is() == null || field.is().value() == Shape.TEXT
                ? plain
                : field.is().value().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void codes() {
        out.append("\n## Rejections\n\n| `code` | retryable | the client |\n|---|---|---|\n");
        for (RejectCode code : RejectCode.values()) {
            out.append("| `%s` | %s | %s |%n".formatted(code.code(), code.retryable() ? "yes" : "no", code.client()));
        }
        out.append("\n## Close codes\n\n| code | meaning | the client |\n|---|---|---|\n");
        for (CloseCode code : CloseCode.values()) {
            out.append("| %d | %s | %s |%n".formatted(code.code(), code.meaning(), code.client()));
        }
        out.append("\n## Problems\n\n| status | `code` | title |\n|---|---|---|\n");
        for (ProblemCode code : ProblemCode.values()) {
            out.append("| %d | `%s` | %s |%n".formatted(code.status(), code.code(), code.title()));
        }
    }

    private void shapes() {
        out.append("\n## Shapes\n\n| shape | JSON | form |\n|---|---|---|\n");
        Stream.of(Shape.values())
                .forEach(shape -> out.append("| %s | %s | %s%s |%n"
                        .formatted(
                                shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                                shape.jsonType(),
                                shape.meaning(),
                                shape.pattern() == null
                                        ? ""
                                        : ", `" + shape.pattern().replace("|", "\\|") + "`")));
    }

    private void topics() {
        out.append("\n## Topics\n\n| topic | partitions | settings |\n|---|---|---|\n");
        for (Topics topic : Topics.values()) {
            out.append("| `%s` | %d | %s |%n"
                    .formatted(
                            topic.topicName(),
                            topic.partitions(),
                            new java.util.TreeMap<>(topic.settings())
                                    .entrySet().stream()
                                            .map(setting -> "`" + setting + "`")
                                            .collect(Collectors.joining(", "))));
        }
    }
}
