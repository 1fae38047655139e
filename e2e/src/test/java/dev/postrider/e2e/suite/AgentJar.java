package dev.postrider.e2e.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;

/** An agent as an archive, made from the test classes of its package and nothing else. */
public final class AgentJar {
    private AgentJar() {}

    /** @param agent has the {@code premain} */
    public static Path write(Class<?> agent, Path target) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", agent.getName());
        main.put(Attributes.Name.CLASS_PATH, home(AgentBuilder.class).toUri().toString());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path classes = home(agent);
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, manifest);
                Stream<Path> all =
                        Files.walk(classes.resolve(agent.getPackageName().replace('.', '/')))) {
            for (Path one :
                    all.filter(path -> path.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, jar);
            }
        }
        return target;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
