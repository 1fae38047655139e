package dev.postrider.history.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.history.page.DirtyPages.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirtyPagesTest {
    private final DirtyPages dirty = new DirtyPages();

    @Test
    void deletionsComeFirstAndComeBackUntilTheyWorked() {
        dirty.changed(List.of("a", "b"));
        dirty.purged(List.of("z"));

        List<Task> first = dirty.take(2);
        first.forEach(dirty::back);

        assertEquals(List.of(new Task("z", true), new Task("a", false)), first);
        assertEquals(new Task("z", true), dirty.take(1).getFirst());
    }

    @Test
    void whatIsReadIsKeptOnlyOnce() {
        dirty.read("a");
        dirty.take(5).forEach(dirty::kept);

        dirty.read("a");

        assertEquals(List.of(), dirty.take(5));
    }
}
