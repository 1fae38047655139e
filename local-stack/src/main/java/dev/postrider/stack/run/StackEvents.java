package dev.postrider.stack.run;

import dev.postrider.stack.part.Part;
import java.time.Duration;
import java.util.List;

/** Told what happens, from any thread. */
public interface StackEvents {
    void onStarting(String part);

    /** @param took since it was started */
    void onReady(String part, Duration took);

    /** It runs but does not say that it is ready; told again and again. */
    void onSlow(Part part, Duration waited);

    /**
     * @param code its exit code, 128 + signal where it was killed
     * @param logEnd the last lines it wrote
     * @param delay until it is started again
     */
    void onCrashed(Part part, int code, List<String> logEnd, Duration delay);

    void onStopping(String part);

    void onStopped(String part, Duration took);
}
