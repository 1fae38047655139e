package dev.postrider.e2e.binding.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;

/** The agent: makes Jackson's factories in every service note the types that they look into by reflection. */
public final class Recorder {
    private static final String JACKSON = "com.fasterxml.jackson.databind.";

    private Recorder() {}

    /** @param file gets a line for each type and process */
    public static void premain(String file, Instrumentation instrumentation) {
        if (!System.getProperty("sun.java.command", "").contains("quarkus-run.jar")) {
            return;
        }
        Notes.begin(Path.of(file));
        AgentBuilder agent = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly());
        agent = weave(agent, "ser.BeanSerializerFactory", "_createSerializer2");
        agent = weave(agent, "deser.BeanDeserializerFactory", "createBeanDeserializer");
        agent = weave(agent, "deser.BasicDeserializerFactory", "createEnumDeserializer");
        agent.installOn(instrumentation);
    }

    private static AgentBuilder weave(AgentBuilder agent, String type, String method) {
        return agent.type(named(JACKSON + type))
                .transform(new AgentBuilder.Transformer.ForAdvice()
                        .include(Recorder.class.getClassLoader())
                        .advice(named(method), Recorder.class.getPackageName() + ".Look"));
    }
}
