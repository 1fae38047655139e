package dev.postrider.stack.server;

import java.util.Locale;

/** Operating system and processor, in one spelling. */
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String name, String arch) {
        String lower = name.toLowerCase(Locale.ROOT);
        String system = lower.startsWith("mac") ? "macos" : lower.startsWith("linux") ? "linux" : lower;
        return new Platform(
                system,
                switch (arch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86-64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> arch;
                });
    }

    @Override
    public String toString() {
        return system + " on " + processor;
    }
}
