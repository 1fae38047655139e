package dev.postrider.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template of pods and who makes them. */
record Pods(HasMetadata owner, PodTemplateSpec template) {
    private static final String IMAGES = "postrider/";

    String name() {
        return owner.getKind() + "/" + owner.getMetadata().getName();
    }

    boolean once() {
        return owner instanceof Job;
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    List<Container> containers() {
        return template.getSpec().getContainers();
    }

    /** The module whose image it runs, where it is one of ours. */
    Optional<String> module() {
        return containers().stream()
                .map(Container::getImage)
                .filter(image -> image.startsWith(IMAGES))
                .map(image -> image.substring(IMAGES.length()).replaceFirst(":.*", ""))
                .findFirst();
    }
}
