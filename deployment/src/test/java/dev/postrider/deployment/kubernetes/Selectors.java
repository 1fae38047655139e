package dev.postrider.deployment.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whatever chooses others by name, label or port must find at least one. */
final class Selectors {
    /** Pods that an operator makes from its own resources. */
    private static final Map<String, String> OF_STRIMZI = Map.of("strimzi.io/cluster", "postrider");

    private final Manifests manifests;
    private final List<String> broken = new ArrayList<>();

    private Selectors(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> broken(Manifests manifests) {
        Selectors selectors = new Selectors(manifests);
        manifests.all(Service.class).forEach(selectors::service);
        manifests.all(Ingress.class).forEach(selectors::ingress);
        manifests
                .all(PodDisruptionBudget.class)
                .forEach(budget -> selectors.finds("budget", budget.getSpec().getSelector()));
        manifests
                .all(HorizontalPodAutoscaler.class)
                .forEach(scaler ->
                        selectors.makes(scaler.getSpec().getScaleTargetRef().getName()));
        manifests
                .custom("ScaledObject")
                .forEach(scaler ->
                        selectors.makes(scaler.at("/spec/scaleTargetRef/name").asText()));
        manifests.all(NetworkPolicy.class).forEach(selectors::policy);
        for (String kind : List.of("KafkaTopic", "KafkaNodePool")) {
            manifests.custom(kind).forEach(selectors::ofCluster);
        }
        return selectors.broken;
    }

    private void service(Service service) {
        String name = "service " + service.getMetadata().getName();
        List<Pods> chosen = manifests.pods().stream()
                .filter(pods -> pods.labels()
                        .entrySet()
                        .containsAll(service.getSpec().getSelector().entrySet()))
                .toList();
        if (chosen.isEmpty()) {
            broken.add(name + " chooses nothing");
        }
        service.getSpec().getPorts().forEach(port -> {
            if (chosen.stream().noneMatch(pods -> hasPort(pods, port.getTargetPort()))) {
                broken.add(name + " leads to no port: " + port.getName());
            }
        });
    }

    private static boolean hasPort(Pods pods, @Nullable IntOrString target) {
        return target != null
                && pods.containers().stream()
                        .flatMap(container -> container.getPorts().stream())
                        .anyMatch(port -> Objects.equals(port.getName(), target.getStrVal())
                                || Objects.equals(port.getContainerPort(), target.getIntVal()));
    }

    private void ingress(Ingress ingress) {
        ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .filter(wanted -> manifests.all(Service.class).stream()
                        .filter(service -> service.getMetadata().getName().equals(wanted.getName()))
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .noneMatch(
                                port -> port.getName().equals(wanted.getPort().getName())))
                .forEach(wanted -> broken.add("ingress leads to no service: " + wanted.getName()));
    }

    private void policy(NetworkPolicy policy) {
        String name = "policy " + policy.getMetadata().getName();
        finds(name, policy.getSpec().getPodSelector());
        Stream.concat(
                        policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                        policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()))
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getIpBlock() == null)
                .map(NetworkPolicyPeer::getPodSelector)
                .forEach(selector -> finds(name, selector));
    }

    /** An edge to a server that stands elsewhere finds nothing in this overlay, where another leads to its address. */
    private void finds(String who, LabelSelector selector) {
        alternatives(selector).stream()
                .filter(labels -> !labels.equals(OF_STRIMZI) && !elsewhere(labels))
                .filter(labels -> manifests.pods().stream()
                        .noneMatch(pods -> pods.labels().entrySet().containsAll(labels.entrySet())))
                .forEach(labels -> broken.add(who + " chooses nothing: " + labels));
    }

    private boolean elsewhere(Map<String, String> labels) {
        String server = labels.getOrDefault("app.kubernetes.io/name", "");
        return manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("managed-" + server))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream())
                .anyMatch(peer -> peer.getIpBlock() != null);
    }

    /** The labels of each value that an {@code In} names. */
    static List<Map<String, String>> alternatives(LabelSelector selector) {
        List<Map<String, String>> all = new ArrayList<>(
                List.of(selector.getMatchLabels() == null ? Map.<String, String>of() : selector.getMatchLabels()));
        selector.getMatchExpressions().forEach(expression -> {
            if (!expression.getOperator().equals("In")) {
                throw new IllegalArgumentException("only In is understood here: " + expression.getOperator());
            }
            List<Map<String, String>> more = new ArrayList<>();
            all.forEach(labels -> expression.getValues().forEach(value -> {
                Map<String, String> with = new HashMap<>(labels);
                with.put(expression.getKey(), value);
                more.add(with);
            }));
            all.clear();
            all.addAll(more);
        });
        return all;
    }

    private void makes(String name) {
        if (manifests.pods().stream().noneMatch(pods -> pods.name().equals("Deployment/" + name))) {
            broken.add("a scaler has nothing to scale: " + name);
        }
    }

    private void ofCluster(JsonNode resource) {
        String cluster = resource.path("metadata")
                .path("labels")
                .path("strimzi.io/cluster")
                .asText();
        if (manifests.custom("Kafka").stream()
                .noneMatch(kafka -> kafka.at("/metadata/name").asText().equals(cluster))) {
            broken.add("no Kafka is called " + cluster);
        }
    }
}
