package dev.postrider.e2e.faulty;

import dev.postrider.e2e.faulty.agent.Weaver;
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

/** The agent as an archive, made from the test classes of one package and nothing else. */
final class AgentJar {
    static final String PACKAGE = Weaver.class.getPackageName().replace('.', '/');

    private AgentJar() {}

    static Path write(Path target) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", Weaver.class.getName());
        main.put(Attributes.Name.CLASS_PATH, home(AgentBuilder.class).toUri().toString());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path classes = home(Weaver.class);
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes.resolve(PACKAGE))) {
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
