package dev.postrider.stack.part;

import dev.postrider.stack.settings.Setting;
import dev.postrider.stack.settings.StackSettings;
import java.nio.file.Path;

/** Where a stack keeps things: all of it below one folder. */
public record Folders(Path data) {

    public static Folders of(StackSettings settings) {
        return new Folders(settings.path(Setting.DATA));
    }

    /** Data of an embedded server. */
    public Path of(String part) {
        return data.resolve(part);
    }

    public Path log(String part) {
        return data.resolve("log").resolve(part + ".log");
    }

    /** Which processes run, and the settings given to them. */
    public Path run() {
        return data.resolve("run");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }
}
