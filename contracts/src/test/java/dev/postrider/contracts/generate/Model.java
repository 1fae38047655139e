package dev.postrider.contracts.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records as the writers need them: every record and union reachable from the roots, under a unique name. */
final class Model {
    private final Map<String, Structure> structures = new TreeMap<>();
    private final Map<String, List<String>> unions = new TreeMap<>();

    /** A record; {@code type} is its discriminator on the wire, if it has one. */
    record Structure(String name, @Nullable String type, String doc, List<Field> fields) {}

    record Field(
            String name,
            Kind kind,
            boolean optional,
            @Nullable Is is,
            String doc) {}

    /** What a value is. */
    sealed interface Kind {
        record Text() implements Kind {}

        record Whole() implements Kind {}

        record Decimal() implements Kind {}

        record Truth() implements Kind {}

        record Anything() implements Kind {}

        record Choice(List<String> names) implements Kind {}

        record Reference(String name) implements Kind {}

        record Many(Kind of) implements Kind {}
    }

    Model(List<Class<?>> roots) {
        roots.forEach(this::add);
    }

    Map<String, Structure> structures() {
        return structures;
    }

    /** Union name → the names of its members, in their order in the source. */
    Map<String, List<String>> unions() {
        return unions;
    }

    private String add(Class<?> type) {
        String name = nameOf(type);
        if (type.isRecord()) {
            if (!structures.containsKey(name)) {
                String wireType = Optional.ofNullable(type.getAnnotation(JsonTypeName.class))
                        .map(JsonTypeName::value)
                        .orElse(null);
                structures.put(name, new Structure(name, wireType, docOf(type.getAnnotation(Doc.class)), List.of()));
                structures.put(name, new Structure(name, wireType, docOf(type.getAnnotation(Doc.class)), fields(type)));
            }
        } else if (!unions.containsKey(name)) {
            List<String> members = new ArrayList<>();
            unions.put(name, members);
            collect(type, members);
        }
        return name;
    }

    private void collect(Class<?> sealed, List<String> members) {
        for (Class<?> sub : sealed.getPermittedSubclasses()) {
            if (sub.isRecord()) {
                members.add(add(sub));
            } else {
                collect(sub, members);
            }
        }
    }

    private List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(this::field).toList();
    }

    private Field field(RecordComponent component) {
        String name = Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                name,
                kind(component.getGenericType()),
                optional,
                component.getAnnotation(Is.class),
                docOf(component.getAnnotation(Doc.class)));
    }

    private Kind kind(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Kind.Many(kind(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == Instant.class) {
            return new Kind.Text();
        }
        if (plain == long.class || plain == Long.class || plain == int.class || plain == Integer.class) {
            return new Kind.Whole();
        }
        if (plain == double.class || plain == Double.class) {
            return new Kind.Decimal();
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return new Kind.Truth();
        }
        if (plain == JsonNode.class) {
            return new Kind.Anything();
        }
        return plain.isEnum() ? new Kind.Choice(names(plain)) : new Kind.Reference(add(plain));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Model::wireName).toList();
    }

    private static String wireName(Object constant) {
        try {
            for (Method method : constant.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(JsonValue.class)) {
                    return (String) method.invoke(constant);
                }
            }
            String name = ((Enum<?>) constant).name();
            JsonProperty renamed = constant.getClass().getField(name).getAnnotation(JsonProperty.class);
            return renamed == null ? name : renamed.value();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A nested record is named after what holds it: {@code ClientFrame.Send} becomes {@code ClientSend}. */
    static String nameOf(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName().replace("Frame", "") + type.getSimpleName();
    }

    private static String docOf(@Nullable Doc doc) {
        return doc == null ? "" : doc.value();
    }
}
