// Package validate decodes the manifests strictly into the types of Kubernetes. It is
// a module of its own, so that the service's own has nothing of them.
package validate

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	"sigs.k8s.io/yaml"
)

// decoded are the manifests by kind.
func decoded(t *testing.T) map[string]any {
	t.Helper()
	file, err := os.ReadFile("../kubernetes/blyant.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	for _, document := range bytes.Split(file, []byte("\n---\n")) {
		var head struct{ APIVersion, Kind string }
		if err := yaml.Unmarshal(document, &head); err != nil {
			t.Fatal(err)
		}
		kinds := map[string]any{
			"apps/v1 Deployment": new(appsv1.Deployment), "v1 Service": new(corev1.Service),
			"autoscaling/v2 HorizontalPodAutoscaler": new(autoscalingv2.HorizontalPodAutoscaler),
			"policy/v1 PodDisruptionBudget":          new(policyv1.PodDisruptionBudget),
			"networking.k8s.io/v1 NetworkPolicy":     new(networkingv1.NetworkPolicy),
		}
		object, known := kinds[head.APIVersion+" "+head.Kind]
		if !known {
			t.Fatalf("no type for %+v", head)
		}
		if err := yaml.UnmarshalStrict(document, object); err != nil && !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", head.Kind, err)
		}
		all[head.Kind] = object
	}
	return all
}

// The manifests are what Kubernetes reads, and belong together.
func TestManifests(t *testing.T) {
	all := decoded(t)
	if len(all) != 5 {
		t.Fatalf("there are %d manifests", len(all))
	}
	deployment := all["Deployment"].(*appsv1.Deployment)
	pod := deployment.Spec.Template
	for kind, selector := range map[string]map[string]string{
		"Deployment":          deployment.Spec.Selector.MatchLabels,
		"Service":             all["Service"].(*corev1.Service).Spec.Selector,
		"PodDisruptionBudget": all["PodDisruptionBudget"].(*policyv1.PodDisruptionBudget).Spec.Selector.MatchLabels,
		"NetworkPolicy":       all["NetworkPolicy"].(*networkingv1.NetworkPolicy).Spec.PodSelector.MatchLabels,
	} {
		for name, value := range selector {
			if pod.Labels[name] != value || len(selector) == 0 {
				t.Errorf("%s does not select the pods", kind)
			}
		}
	}
	container := pod.Spec.Containers[0]
	port := container.Ports[0]
	if at := all["Service"].(*corev1.Service).Spec.Ports[0].TargetPort.StrVal; at != port.Name {
		t.Errorf("the service leads to %q, the port is %q", at, port.Name)
	}
	for _, probe := range []*corev1.Probe{container.StartupProbe, container.LivenessProbe, container.ReadinessProbe} {
		if probe == nil || probe.HTTPGet == nil || probe.HTTPGet.Port.StrVal != port.Name {
			t.Errorf("a probe asks elsewhere: %+v", probe)
		}
	}
	if scaled := all["HorizontalPodAutoscaler"].(*autoscalingv2.HorizontalPodAutoscaler).Spec.ScaleTargetRef; scaled.Name != deployment.Name || scaled.Kind != "Deployment" {
		t.Errorf("what is scaled is %+v", scaled)
	}
}

// Nothing goes out, and the pod cannot do what it need not.
func TestClosed(t *testing.T) {
	all := decoded(t)
	policy := all["NetworkPolicy"].(*networkingv1.NetworkPolicy).Spec
	if len(policy.Egress) != 0 || len(policy.PolicyTypes) != 2 {
		t.Errorf("out goes %+v", policy.Egress)
	}
	pod := all["Deployment"].(*appsv1.Deployment).Spec.Template.Spec
	c := pod.Containers[0].SecurityContext
	if !*pod.SecurityContext.RunAsNonRoot || *c.AllowPrivilegeEscalation || !*c.ReadOnlyRootFilesystem || c.Capabilities.Drop[0] != "ALL" || *pod.AutomountServiceAccountToken {
		t.Error("the pod may do more than it needs")
	}
}
