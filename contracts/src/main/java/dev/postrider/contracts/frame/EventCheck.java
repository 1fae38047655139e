package dev.postrider.contracts.frame;

import dev.postrider.contracts.rule.ConversationId;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an event read from the log has every field it must have; form only, never right. */
final class EventCheck {
    private static final Map<Class<?>, RecordComponent[]> REQUIRED = new ConcurrentHashMap<>();

    private EventCheck() {}

    static Optional<String> fault(Event event) {
        if (Objects.isNull(event.conversation())
                || ConversationId.parse(event.conversation()).isEmpty()) {
            return Optional.of("conversation is not one");
        }
        return Stream.of(REQUIRED.computeIfAbsent(event.getClass(), EventCheck::required))
                .filter(component -> isAbsent(component, event))
                .map(component -> component.getName() + " is missing")
                .findFirst();
    }

    private static RecordComponent[] required(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(c -> !c.getType().isPrimitive())
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toArray(RecordComponent[]::new);
    }

    private static boolean isAbsent(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event) == null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
