package dev.postrider.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules themselves: each fault that is put into a sound file is named. */
class KubernetesRulesTest {
    private static final String SERVICE = Checkout.text("k8s/base/history-service.yaml");
    private static final String SETTINGS = Checkout.text("k8s/base/settings.yaml");
    private static final String SECRETS = """
            apiVersion: v1
            kind: Secret
            metadata: { name: history-service }
            stringData: { POSTRIDER_SERVICE_KEY: x }
            """;

    @Test
    void theSoundOnePasses() {
        assertEquals(List.of(), broken(SERVICE, SETTINGS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: { memory: 896Mi, | limits: { | has no memory limit",
                "requests: { cpu: 500m, memory: 512Mi } | requests: { cpu: 500m } | requests no cpu or memory",
                "/q/health/live | /q/health | lives by what is not its own",
                "runAsNonRoot: true | runAsNonRoot: false | may run as root",
                "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | may write to its image",
                "drop: [ALL] | drop: [NET_RAW] | keeps capabilities",
                "type: RuntimeDefault | type: Unconfined | has no seccomp profile",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | may gain privileges",
                "enableServiceLinks: false | hostNetwork: true | shares namespaces of its host",
                "emptyDir: { medium: Memory, sizeLimit: 64Mi } | hostPath: { path: / } | mounts a volume",
                "selector: { app.kubernetes.io/name: history-service } | selector: { app.kubernetes.io/name: histry } | chooses nothing",
                "targetPort: management | targetPort: metrics | leads to no port",
                "scaleTargetRef: { name: history-service } | scaleTargetRef: { name: history } | nothing to scale",
                "secretRef: { name: history-service } | secretRef: { name: history } | told by what is not there",
                "QUARKUS_REDIS_HOSTS | QUARKUS_REDIS_HOST | what nothing reads",
                "POSTRIDER_AUTH_URL | HISTORY_CURSOR_SECRET | a secret among the settings"
            })
    void eachFaultIsNamed(String sound, String faulty, String said) {
        assertTrue((SERVICE + SETTINGS).contains(sound), sound);

        List<String> broken = broken(SERVICE.replace(sound, faulty), SETTINGS.replace(sound, faulty));

        assertTrue(broken.stream().anyMatch(sentence -> sentence.contains(said)), broken::toString);
    }

    @ParameterizedTest
    @CsvSource({"terminationGracePeriodSeconds, terminationGracePeriod", "maxUnavailable, maxUnavailableNodes"})
    void aFieldThatNoTypeHasIsRefused(String field, String other) {
        assertThrows(IllegalArgumentException.class, () -> Manifests.read(SERVICE.replace(field, other)));
    }

    @Test
    void aProbeThatIsNotThereIsNamed() {
        String without = SERVICE.replaceAll("(?s)          livenessProbe:.*?(?=          readinessProbe:)", "");

        assertTrue(broken(without, SETTINGS).contains("Deployment/history-service has no liveness probe"));
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Manifests.read("{ apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: { name: x } }"));
    }

    private static List<String> broken(String... yaml) {
        List<String> all = new ArrayList<>(List.of(yaml));
        all.add(SECRETS);
        Manifests manifests = Manifests.read(all.toArray(String[]::new));
        List<String> broken = new ArrayList<>(Selectors.broken(manifests));
        broken.addAll(SettingRules.broken(manifests));
        manifests.pods().forEach(pods -> broken.addAll(PodRules.broken(pods)));
        return broken;
    }
}
