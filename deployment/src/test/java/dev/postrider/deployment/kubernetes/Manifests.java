package dev.postrider.deployment.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All that one overlay applies, read as Kubernetes' own types; a field that a type does not have is refused.
 *
 * @param typed what Kubernetes itself knows
 * @param custom what operators bring: Strimzi's and KEDA's
 */
record Manifests(List<HasMetadata> typed, List<JsonNode> custom) {
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class));
    private static final Set<String> OPERATORS = Set.of(
            "kafka.strimzi.io/v1beta2/Kafka",
            "kafka.strimzi.io/v1beta2/KafkaNodePool",
            "kafka.strimzi.io/v1beta2/KafkaTopic",
            "keda.sh/v1alpha1/ScaledObject");

    /** Fields that nobody knows land in a map of "any others" with these types; without it they are errors. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated any) {
                    return Boolean.FALSE;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @throws IllegalArgumentException naming what has an unknown kind or field */
    static Manifests read(String... yaml) {
        List<HasMetadata> typed = new ArrayList<>();
        List<JsonNode> custom = new ArrayList<>();
        documents(yaml).forEach(document -> {
            String kind = document.path("apiVersion").asText() + "/"
                    + document.path("kind").asText();
            if (OPERATORS.contains(kind)) {
                custom.add(document);
                return;
            }
            Class<? extends HasMetadata> type = TYPES.get(kind);
            if (type == null) {
                throw new IllegalArgumentException("unknown kind " + kind);
            }
            typed.add(STRICT.convertValue(document, type));
        });
        return new Manifests(List.copyOf(typed), List.copyOf(custom));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return typed.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Every template of pods, whatever makes them. */
    List<Pods> pods() {
        return Stream.of(
                        all(Deployment.class).stream()
                                .map(each -> new Pods(each, each.getSpec().getTemplate())),
                        all(StatefulSet.class).stream()
                                .map(each -> new Pods(each, each.getSpec().getTemplate())),
                        all(Job.class).stream()
                                .map(each -> new Pods(each, each.getSpec().getTemplate())))
                .flatMap(each -> each)
                .toList();
    }

    List<JsonNode> custom(String kind) {
        return custom.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    private static Stream<JsonNode> documents(String... yaml) {
        Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Stream.of(yaml)
                .flatMap(text -> StreamSupport.stream(reader.loadAll(text).spliterator(), false)
                        .filter(document -> document != null)
                        .toList()
                        .stream())
                .map(document -> STRICT.<JsonNode>valueToTree(document));
    }
}
