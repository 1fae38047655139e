package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.postrider.contracts.rest.Entry;
import dev.postrider.contracts.rule.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one JSON dialect of Postrider: instants with milliseconds, absent instead of null, unknown fields ignored,
 * duplicate keys, deep nesting and silent conversions refused.
 */
public final class Json {
    private static final int NESTING_MAX = 16;
    private static final int NUMBER_CHARS_MAX = 40;

    private Json() {}

    /** A fresh mapper of that dialect, for those who must add to it. */
    public static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(Instant.class, new InstantText()))
                .build();
        adjust(mapper);
        return mapper;
    }

    /** Turns a mapper that others made (a framework's) to the same dialect. */
    public static void adjust(ObjectMapper mapper) {
        mapper.getFactory()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_MAX)
                        .maxNumberLength(NUMBER_CHARS_MAX)
                        .build());
        mapper.registerModule(new SimpleModule("postrider")
                .addSerializer(Instant.class, new InstantText())
                .addDeserializer(Instant.class, new TextInstant()));
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        MutableCoercionConfig text = mapper.coercionConfigFor(LogicalType.Textual);
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
        subtypesOf(mapper, ClientFrame.class);
        subtypesOf(mapper, ServerFrame.class);
        subtypesOf(mapper, Entry.class);
    }

    private static void subtypesOf(ObjectMapper mapper, Class<?> sealed) {
        for (Class<?> sub : sealed.getPermittedSubclasses()) {
            if (sub.isRecord()) {
                mapper.registerSubtypes(sub);
            } else {
                subtypesOf(mapper, sub);
            }
        }
    }

    private static final class InstantText extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider ignored) throws IOException {
            out.writeString(InstantForm.text(value));
        }
    }

    /** Only from text: a number would be seconds to one and milliseconds to another. */
    private static final class TextInstant extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            String text = in.getText();
            Optional<Instant> read = Instants.read(text);
            return read.isPresent()
                    ? read.get()
                    : (Instant) context.handleWeirdStringValue(Instant.class, text, "no instant");
        }
    }
}
