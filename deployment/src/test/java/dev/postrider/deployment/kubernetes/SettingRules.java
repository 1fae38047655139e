package dev.postrider.deployment.kubernetes;

import dev.postrider.deployment.settings.KnownSettings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every variable that a container of ours gets is a setting of its code, and comes from where it is said to come. */
final class SettingRules {
    private SettingRules() {}

    static List<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        for (Pods pods : manifests.pods()) {
            pods.module().ifPresent(module -> {
                Set<String> known = KnownSettings.of(module).variables();
                told(manifests, pods, broken).keySet().stream()
                        .filter(variable -> !known.contains(variable))
                        .forEach(variable -> broken.add(pods.name() + " is told what nothing reads: " + variable));
            });
        }
        manifests.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().keySet().stream())
                .filter(key -> key.matches(".*(PASSWORD|SECRET|SERVICE_KEY).*"))
                .forEach(key -> broken.add("a secret among the settings: " + key));
        return broken;
    }

    /** All variables of its containers; the value of what is told elsewhere is empty. */
    static Map<String, String> told(Manifests manifests, Pods pods, List<String> broken) {
        Map<String, String> told = new TreeMap<>();
        for (Container container : pods.containers()) {
            for (EnvFromSource source : container.getEnvFrom()) {
                told.putAll(from(manifests, source).orElseGet(() -> {
                    broken.add(pods.name() + " is told by what is not there: " + source);
                    return Map.of();
                }));
            }
            for (EnvVar variable : container.getEnv()) {
                told.put(
                        variable.getName(),
                        Optional.ofNullable(variable.getValue()).orElse(""));
            }
        }
        return told;
    }

    private static Optional<Map<String, String>> from(Manifests manifests, EnvFromSource source) {
        return source.getConfigMapRef() != null
                ? named(manifests, ConfigMap.class, source.getConfigMapRef().getName())
                        .map(ConfigMap::getData)
                : named(manifests, Secret.class, source.getSecretRef().getName())
                        .map(Secret::getStringData);
    }

    private static <T extends HasMetadata> Optional<T> named(Manifests manifests, Class<T> type, String name) {
        return manifests.all(type).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst();
    }
}
