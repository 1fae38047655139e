package dev.postrider.deployment.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a {@code @ConfigMapping} interface from its source, each with its comment and default. */
final class ConfigSource {
    private final DocTrees docs;
    private final List<Setting> found = new ArrayList<>();

    private ConfigSource(DocTrees docs) {
        this.docs = docs;
    }

    /** All settings of that file, in its order. */
    static List<Setting> read(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, nothing -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            ConfigSource source = new ConfigSource(DocTrees.instance(task));
            ClassTree top = (ClassTree) unit.getTypeDecls().getFirst();
            String prefix = annotation(top.getModifiers().getAnnotations(), "ConfigMapping")
                    .orElseThrow(() -> new IllegalArgumentException(file + " is no @ConfigMapping"));
            source.read(new TreePath(new TreePath(unit), top), top, prefix, groups(top));
            return List.copyOf(source.found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(TreePath path, ClassTree type, String prefix, Map<String, ClassTree> groups) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                    && !method.getModifiers().getFlags().contains(Modifier.DEFAULT)) {
                String name = prefix + "." + kebab(method.getName().toString());
                @Nullable ClassTree group = groups.get(String.valueOf(method.getReturnType()));
                if (group == null) {
                    found.add(setting(new TreePath(path, method), method, name));
                } else {
                    read(new TreePath(path, group), group, name, groups);
                }
            }
        }
    }

    private Setting setting(TreePath path, MethodTree method, String name) {
        @Nullable DocCommentTree comment = docs.getDocCommentTree(path);
        String sentence = comment == null ? "" : comment.getFullBody().toString();
        return new Setting(
                name,
                String.valueOf(method.getReturnType()),
                annotation(method.getModifiers().getAnnotations(), "WithDefault"),
                plain(sentence));
    }

    private static String plain(String sentence) {
        return sentence.replaceAll("\\{@(code|link) ([^}]*)}", "`$2`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Map<String, ClassTree> groups(ClassTree top) {
        return top.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(group -> group.getSimpleName().toString(), group -> group));
    }

    private static Optional<String> annotation(List<? extends AnnotationTree> all, String name) {
        return all.stream()
                .filter(each -> each.getAnnotationType().toString().equals(name))
                .flatMap(each -> each.getArguments().stream())
                .map(ConfigSource::literal)
                .findFirst();
    }

    private static String literal(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree assigned ? assigned.getExpression() : argument;
        return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
