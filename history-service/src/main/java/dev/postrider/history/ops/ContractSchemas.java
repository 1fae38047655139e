package dev.postrider.history.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.frame.Json;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * OpenAPI schemas of the contract's sealed records: what they require, their patterns and bounds, and which of several a
 * {@code type} names. Read from the records, so that they cannot differ from what is answered.
 */
final class ContractSchemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final ObjectMapper MAPPER = Json.mapper();

    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    /** The schemas of these types and of all they use, by name. */
    static Map<String, Schema> of(Class<?>... types) {
        ContractSchemas all = new ContractSchemas();
        Arrays.stream(types).forEach(all::reference);
        return all.schemas;
    }

    private Schema reference(Class<?> type) {
        String name = name(type);
        if (!schemas.containsKey(name)) {
            Schema schema = OASFactory.createSchema();
            schemas.put(name, schema);
            describe(schema, type);
        }
        return OASFactory.createSchema().ref(REFERENCE + name);
    }

    private void describe(Schema schema, Class<?> type) {
        Doc doc = type.getAnnotation(Doc.class);
        if (doc != null) {
            schema.description(doc.value());
        }
        if (type.isEnum()) {
            schema.addType(SchemaType.STRING);
            Arrays.stream(type.getEnumConstants())
                    .forEach(one -> schema.addEnumeration(MAPPER.convertValue(one, String.class)));
        } else if (type.isSealed()) {
            Discriminator discriminator = OASFactory.createDiscriminator().propertyName("type");
            alternatives(schema, discriminator, type);
            schema.discriminator(discriminator);
        } else {
            schema.addType(SchemaType.OBJECT);
            typeName(type).ifPresent(name -> constant(schema, name));
            Arrays.stream(type.getRecordComponents()).forEach(component -> property(schema, component));
        }
    }

    private void alternatives(Schema schema, Discriminator discriminator, Class<?> sealed) {
        for (Class<?> sub : sealed.getPermittedSubclasses()) {
            if (sub.isRecord()) {
                Schema reference = reference(sub);
                schema.addOneOf(reference);
                typeName(sub).ifPresent(name -> discriminator.addMapping(name, reference.getRef()));
            } else {
                alternatives(schema, discriminator, sub);
            }
        }
    }

    private static void constant(Schema schema, String name) {
        schema.addProperty(
                "type", OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration(name));
        schema.addRequired("type");
    }

    private void property(Schema schema, RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        Schema value = schemaOf(component.getGenericType(), component.getAnnotation(Is.class));
        Doc doc = component.getAnnotation(Doc.class);
        if (doc != null && value.getRef() == null) {
            value.description(doc.value());
        }
        schema.addProperty(name, value);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addRequired(name);
        }
    }

    private Schema schemaOf(Type type, @Nullable Is is) {
        if (type instanceof ParameterizedType list) {
            Schema array = OASFactory.createSchema().addType(SchemaType.ARRAY);
            if (is != null && is.maxItems() > 0) {
                array.maxItems(is.maxItems());
            }
            return array.items(schemaOf(list.getActualTypeArguments()[0], is));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == boolean.class || plain == Boolean.class) {
            return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
        }
        if (plain == double.class || plain == Double.class) {
            return OASFactory.createSchema().addType(SchemaType.NUMBER);
        }
        if (plain == JsonNode.class) {
            return OASFactory.createSchema().addType(SchemaType.OBJECT);
        }
        return is == null ? reference(plain) : shape(is);
    }

    private static Schema shape(Is is) {
        Schema schema = OASFactory.createSchema();
        if (is.value().jsonType().equals("integer")) {
            return schema.addType(SchemaType.INTEGER).format("int64");
        }
        schema.addType(SchemaType.STRING);
        if (is.value().pattern() != null) {
            schema.pattern(is.value().pattern());
        }
        return is.value().maxLength() > 0 ? schema.maxLength(is.value().maxLength()) : schema;
    }

    private static Optional<String> typeName(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(JsonTypeName.class)).map(JsonTypeName::value);
    }

    /** Records of a sealed family carry its name, because both families have messages. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer != null && outer.isSealed() ? outer.getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }
}
