package dev.postrider.contracts.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postrider.contracts.generate.Model.Field;
import dev.postrider.contracts.generate.Model.Kind;
import dev.postrider.contracts.generate.Model.Structure;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import org.jspecify.annotations.Nullable;

/** JSON Schema 2020-12: one definition a record, one {@code oneOf} a union; unknown fields stay allowed. */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long SAFE_INTEGER = (1L << 53) - 1;

    private final Model model;
    private final String base;

    /** References point to {@code base + name}. */
    SchemaWriter(Model model, String base) {
        this.model = model;
        this.base = base;
    }

    ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "Postrider v1: frames of the socket, records of the log, bodies of REST");
        document.set("$defs", definitions());
        return document;
    }

    ObjectNode definitions() {
        ObjectNode all = JSON.objectNode();
        model.unions().forEach((name, members) -> {
            var union = all.putObject(name).putArray("oneOf");
            members.forEach(member -> union.addObject().put("$ref", base + member));
        });
        model.structures().values().forEach(structure -> all.set(structure.name(), schemaOf(structure)));
        return all;
    }

    private ObjectNode schemaOf(Structure structure) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        if (!structure.doc().isEmpty()) {
            schema.put("description", structure.doc());
        }
        var required = JSON.arrayNode();
        ObjectNode properties = JSON.objectNode();
        if (structure.type() != null) {
            properties.putObject("type").put("const", structure.type());
            required.add("type");
        }
        for (Field field : structure.fields()) {
            properties.set(field.name(), schemaOf(field));
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        schema.set("required", required);
        schema.set("properties", properties);
        return schema;
    }

    private ObjectNode schemaOf(Field field) {
        ObjectNode schema = schemaOf(field.kind(), field.is());
        if (!field.doc().isEmpty()) {
            schema.put("description", field.doc());
        }
        return schema;
    }

    private ObjectNode schemaOf(Kind kind, @Nullable Is is) {
        ObjectNode schema = JSON.objectNode();
        switch (kind) {
            case Kind.Text ignored -> shaped(schema.put("type", "string"), is);
            case Kind.Whole ignored -> shaped(schema.put("type", "integer"), is);
            case Kind.Decimal ignored -> schema.put("type", "number");
            case Kind.Truth ignored -> schema.put("type", "boolean");
            case Kind.Anything ignored -> schema.put("type", "object");
            case Kind.Choice choice -> choice.names().forEach(schema.withArray("enum")::add);
            case Kind.Reference reference -> reference(schema, reference.name());
            case Kind.Many many -> {
                schema.put("type", "array").set("items", schemaOf(many.of(), is));
                if (is != null && is.maxItems() > 0) {
                    schema.put("maxItems", is.maxItems());
                }
            }
        }
        return schema;
    }

    private void reference(ObjectNode schema, String name) {
        if (name.equals("Draft")) {
            schema.putArray("oneOf")
                    .add(JSON.objectNode().put("$ref", base + name))
                    .addObject()
                    .put("type", "null");
        } else {
            schema.put("$ref", base + name);
        }
    }

    private static void shaped(ObjectNode schema, @Nullable Is is) {
        if (is == null) {
            return;
        }
        Shape shape = is.value();
        if (shape.jsonType().equals("integer")) {
            schema.put("minimum", shape == Shape.MARK ? -1 : 0).put("maximum", SAFE_INTEGER);
        }
        if (shape.pattern() != null) {
            schema.put("pattern", shape.pattern());
        }
        if (shape.maxLength() > 0) {
            schema.put("maxLength", shape.maxLength());
        }
    }
}
