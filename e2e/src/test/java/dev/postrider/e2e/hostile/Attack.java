package dev.postrider.e2e.hostile;

import org.junit.jupiter.api.function.Executable;

/** A family of attacks, bounded in number and time; it judges every answer it gets. */
record Attack(String name, Executable run) {
    @Override
    public String toString() {
        return name;
    }
}
