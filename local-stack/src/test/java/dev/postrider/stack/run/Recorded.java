package dev.postrider.stack.run;

import dev.postrider.stack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told, a line each. */
final class Recorded implements StackEvents {
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void onStarting(String part) {
        told.add("starting " + part);
    }

    @Override
    public void onReady(String part, Duration took) {
        told.add("ready " + part);
    }

    @Override
    public void onSlow(Part part, Duration waited) {
        told.add("slow " + part.name());
    }

    @Override
    public void onCrashed(Part part, int code, List<String> logEnd, Duration delay) {
        told.add("crashed %s %d %s %d ms".formatted(part.name(), code, logEnd, delay.toMillis()));
    }

    @Override
    public void onStopping(String part) {
        told.add("stopping " + part);
    }

    @Override
    public void onStopped(String part, Duration took) {
        told.add("stopped " + part);
    }

    List<String> crashes() {
        return told.stream().filter(line -> line.startsWith("crashed")).toList();
    }
}
