package dev.postrider.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which processes belong to a folder, one small file each, so that they are found again after their starter was killed.
 * A pid alone is no identity, because pids are used again: the start time stands beside it.
 */
public final class ProcessRecords {
    private static final String ENDING = ".pid";
    private static final String OWNER = "owner";

    private final Path folder;

    private ProcessRecords(Path folder) {
        this.folder = folder;
    }

    public static ProcessRecords in(Path folder) {
        return new ProcessRecords(folder);
    }

    /** The process that starts and watches the others. */
    public void writeOwner(ProcessHandle handle) {
        write(OWNER, handle);
    }

    public void write(Child child) {
        write(child.part(), child.handle());
    }

    public void remove(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void removeOwner() {
        remove(OWNER);
    }

    /** The living process recorded for that part, if it is still the same one. */
    public Optional<Child> find(String part) {
        return read(file(part)).map(handle -> Child.of(part, handle));
    }

    /** The living process that wrote itself as owner. */
    public Optional<ProcessHandle> owner() {
        return read(file(OWNER));
    }

    /** Whether there was an owner and it lives no more. */
    public boolean ownerIsGone() {
        return Files.exists(file(OWNER)) && owner().isEmpty();
    }

    /** All recorded processes that still live, the owner not among them. */
    public List<Child> leftovers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.equals(OWNER + ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .flatMap(part -> find(part).stream())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String part) {
        return folder.resolve(part + ENDING);
    }

    private void write(String part, ProcessHandle handle) {
        String start = handle.info().startInstant().map(Instant::toString).orElse("-");
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, part, ".part");
            Files.writeString(beside, handle.pid() + " " + start + "\n");
            Files.move(beside, file(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<ProcessHandle> read(Path file) {
        try {
            String[] fields = Files.readString(file).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(handle -> handle.isAlive() && sameStart(handle, fields[1]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean sameStart(ProcessHandle handle, String recorded) {
        return handle.info()
                .startInstant()
                .map(start -> start.toString().equals(recorded))
                .orElse(false);
    }
}
