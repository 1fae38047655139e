package dev.postrider.contracts.generate;

import dev.postrider.contracts.frame.CloseCode;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.generate.Model.Field;
import dev.postrider.contracts.generate.Model.Kind;
import dev.postrider.contracts.generate.Model.Structure;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TypeScript: an interface a record, a discriminated union a sealed interface, codes as constants. */
final class TypeScriptWriter {
    private final Model model;

    TypeScriptWriter(Model model) {
        this.model = model;
    }

    String text() {
        StringBuilder out =
                new StringBuilder("// Generated from the contracts module by `./dev gen`; do not edit.\n\n");
        Stream.of(Shape.values())
                .filter(shape -> shape != Shape.TEXT)
                .forEach(shape -> out.append("/** ")
                        .append(shape.meaning())
                        .append(" */\nexport type ")
                        .append(aliasOf(shape))
                        .append(" = ")
                        .append(shape.jsonType().equals("integer") ? "number" : "string")
                        .append(";\n"));
        out.append('\n');
        model.structures().values().forEach(structure -> out.append(interfaceOf(structure)));
        model.unions()
                .forEach((name, members) -> out.append("export type ")
                        .append(name)
                        .append(" =\n  | ")
                        .append(String.join("\n  | ", members))
                        .append(";\n\n"));
        return out.append(codes()).toString();
    }

    private static String interfaceOf(Structure structure) {
        StringBuilder out = new StringBuilder();
        if (!structure.doc().isEmpty()) {
            out.append("/** ").append(structure.doc()).append(" */\n");
        }
        out.append("export interface ").append(structure.name()).append(" {\n");
        if (structure.type() != null) {
            out.append("  type: '").append(structure.type()).append("';\n");
        }
        for (Field field : structure.fields()) {
            if (!field.doc().isEmpty()) {
                out.append("  /** ").append(field.doc()).append(" */\n");
            }
            boolean nullable =
                    structure.name().equals("ServerDraft") && field.name().equals("draft");
            out.append("  ")
                    .append(field.name())
                    .append(field.optional() && !nullable ? "?: " : ": ")
                    .append(typeOf(field.kind(), field))
                    .append(nullable ? " | null" : "")
                    .append(";\n");
        }
        return out.append("}\n\n").toString();
    }

    private static String typeOf(Kind kind, Field field) {
        return switch (kind) {
            case Kind.Text ignored -> shapeOf(field, "string");
            case Kind.Whole ignored -> shapeOf(field, "number");
            case Kind.Decimal ignored -> "number";
            case Kind.Truth ignored -> "boolean";
            case Kind.Anything ignored -> "Record<string, unknown>";
            case Kind.Choice choice ->
                choice.names().stream().map(name -> "'" + name + "'").collect(Collectors.joining(" | "));
            case Kind.Reference reference -> reference.name();
            case Kind.Many many -> typeOf(many.of(), field) + "[]";
        };
    }

    private static String shapeOf(Field field, String plain) {
        return field.is() == null || field.is().value() == Shape.TEXT
                ? plain
                : aliasOf(field.is().value());
    }

    private static String aliasOf(Shape shape) {
        return Stream.of(shape.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String codes() {
        return constants(
                        "REJECT_RETRYABLE",
                        Stream.of(RejectCode.values())
                                .map(code -> "'" + code.code() + "': " + code.retryable())
                                .toList())
                + "export type RejectCode = keyof typeof REJECT_RETRYABLE;\n\n"
                + constants(
                        "CLOSE",
                        Stream.of(CloseCode.values())
                                .map(code -> code.name() + ": " + code.code())
                                .toList())
                + "export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];\n\n"
                + constants(
                        "PROBLEM_STATUS",
                        Stream.of(ProblemCode.values())
                                .map(code -> "'" + code.code() + "': " + code.status())
                                .toList())
                + "export type ProblemCode = keyof typeof PROBLEM_STATUS;\n";
    }

    private static String constants(String name, List<String> entries) {
        return "export const " + name + " = {\n  " + String.join(",\n  ", entries) + ",\n} as const;\n";
    }
}
