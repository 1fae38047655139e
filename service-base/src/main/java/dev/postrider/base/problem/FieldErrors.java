package dev.postrider.base.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.postrider.contracts.rest.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names the fields that are wrong, as the caller wrote them, whoever found out. */
final class FieldErrors {
    private FieldErrors() {}

    static List<FieldError> of(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(FieldErrors::of)
                .sorted(java.util.Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    static List<FieldError> of(MismatchedInputException mismatch) {
        String field = mismatch.getPath().stream().map(FieldErrors::nameOf).collect(Collectors.joining("."));
        return List.of(new FieldError(field.isEmpty() ? "body" : field, "type", "has another type or form"));
    }

    private static FieldError of(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(fieldOf(violation.getPropertyPath()), kebab(constraint), violation.getMessage());
    }

    /** The path without the method; of a body's fields without the parameter too. */
    private static String fieldOf(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD && node.getName() != null)
                .toList();
        boolean insideBody = nodes.size() > 1 && nodes.getFirst().getKind() == ElementKind.PARAMETER;
        return nodes.stream().skip(insideBody ? 1 : 0).map(Path.Node::getName).collect(Collectors.joining("."));
    }

    private static String nameOf(Reference reference) {
        return reference.getFieldName() == null ? Integer.toString(reference.getIndex()) : reference.getFieldName();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
