/** Landing page. */
export default function LandingPage() {
  return <h1>Key policies, explained by running them.</h1>;
}
