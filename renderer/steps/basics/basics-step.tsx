import { StepFrame } from '../../shell/step-frame'
import { texts } from './basics.texts'
import { ContactSection } from './contact-section'
import { PublisherSection } from './publisher-section'
import { TitleSection } from './title-section'
import { YearSection } from './year-section'
import './basics.css'

export function BasicsStep() {
  return (
    <StepFrame heading={texts.heading}>
      <YearSection />
      <PublisherSection />
      <ContactSection />
      <TitleSection />
    </StepFrame>
  )
}
